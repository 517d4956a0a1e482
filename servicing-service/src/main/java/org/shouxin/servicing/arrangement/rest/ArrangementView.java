package org.shouxin.servicing.arrangement.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.arrangement.Requested;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.Review;
import org.shouxin.servicing.arrangement.model.NewInstalment;
import org.shouxin.servicing.arrangement.model.Wish;

/**
 * A request and, unless it has ended, the schedule that it would bring.
 *
 * @param costDifference interest, penalty and fees that the borrower pays more; negative: less
 * @param quoteUntil last day on which it can be accepted, or null
 * @param watchUntil last day of the watch period of a restructured loan (CN-CLASS-02), or null
 * @param rule the rule that turned it down or sent it to a person, or null
 */
public record ArrangementView(
    UUID arrangementId,
    UUID loanId,
    String kind,
    String reason,
    String state,
    int months,
    Integer dueDay,
    String annualRate,
    LocalDate effectiveFrom,
    String treatment,
    String evidence,
    String evidenceReference,
    LocalDate requestedOn,
    LocalDate quoteUntil,
    Money costDifference,
    List<Row> instalments,
    String rule,
    String explanation,
    String reviewReason,
    LocalDate watchUntil) {

  /** One instalment of the new schedule. */
  public record Row(
      int number,
      LocalDate dueDate,
      Money principal,
      Money interest,
      Money penalty,
      Money fees,
      Money total) {

    static Row of(NewInstalment row, Arrangement arrangement) {
      return new Row(
          row.number(),
          row.dueDate(),
          arrangement.money(row.principalMinor()),
          arrangement.money(row.interestMinor()),
          arrangement.money(row.penaltyMinor()),
          arrangement.money(row.feesMinor()),
          arrangement.money(
              row.principalMinor() + row.interestMinor() + row.penaltyMinor() + row.feesMinor()));
    }
  }

  static ArrangementView of(Requested requested, Locale language) {
    Arrangement arrangement = requested.arrangement();
    Wish wish = arrangement.wish();
    return new ArrangementView(
        arrangement.id(),
        arrangement.loanId(),
        wish.kind().name(),
        wish.reason().name(),
        arrangement.state().name(),
        wish.months(),
        wish.dueDay(),
        wish.annualRate() == null ? null : wish.annualRate().toPlainString(),
        wish.effectiveFrom(),
        wish.treatment() == null ? null : wish.treatment().name(),
        wish.evidence(),
        wish.evidenceReference(),
        arrangement.requestedOn(),
        arrangement.quoteUntil(),
        arrangement.costDifference(),
        requested.instalments().stream().map(row -> Row.of(row, arrangement)).toList(),
        arrangement.rule(),
        arrangement.rule() == null
            ? null
            : Texts.find("rules", language, arrangement.rule()).orElse(arrangement.rule()),
        arrangement.review().map(Review::reason).orElse(null),
        arrangement.watchUntil());
  }
}
