package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.form.TermsForm;

/**
 * Shows what a draw would cost before it is made, and keeps what was shown. Runs in the caller's
 * transaction; nothing is drawn or set aside.
 */
@ApplicationScoped
public class DiscloseDraw {

  private final FindLine find;
  private final Lines lines;
  private final BusinessDays days;
  private final Ids ids;
  private final Clock clock;

  DiscloseDraw(FindLine find, Lines lines, BusinessDays days, Ids ids, Clock clock) {
    this.find = find;
    this.lines = lines;
    this.days = days;
    this.ids = ids;
    this.clock = clock;
  }

  /** One instalment of the draw's schedule. */
  public record Row(
      int number, LocalDate dueDate, Money principal, Money interest, Money fees, Money total) {}

  /** What being late costs. */
  public record Late(int graceDays, String penaltyDailyRate, String penaltyAnnualRate) {}

  /**
   * Everything the borrower reads before confirming.
   *
   * @param contractHash SHA-256 of the framework contract
   * @param terms all terms of the schedule, which the loan keeps
   * @param annualPercentageRate all-in annual cost, nominal
   */
  public record Text(
      UUID disclosureId,
      UUID lineId,
      String contractHash,
      LocalDate businessDate,
      Money amount,
      String annualRate,
      String method,
      int termMonths,
      String purpose,
      TermsForm terms,
      List<Row> instalments,
      Money totalInterest,
      Money totalFees,
      Money total,
      String annualPercentageRate,
      Late late) {}

  /** A disclosure that was kept; readable from is when it can be confirmed first. */
  public record Shown(Text text, String hash, Instant confirmableFrom) {}

  public Uni<Shown> handle(UUID lineId, Disclosure.Wish wish) {
    return find.seen(lineId)
        .chain(
            line ->
                days.current()
                    .chain(
                        day ->
                            lines
                                .use(line, day)
                                .invoke(
                                    use ->
                                        line.requireDrawable(
                                            wish.amount(), wish.termMonths(), use, day))
                                .chain(() -> shown(line, wish, day))));
  }

  private Uni<Shown> shown(CreditLine line, Disclosure.Wish wish, LocalDate day) {
    Text text = text(ids.next(), line, wish, day);
    byte[] canonical = CanonicalJson.bytes(text);
    String hash = HexFormat.of().formatHex(sha256().digest(canonical));
    Instant now = clock.instant();
    return lines
        .add(
            Disclosure.of(
                text.disclosureId(),
                line.id(),
                wish,
                new Disclosure.Shown(
                    new String(canonical, StandardCharsets.UTF_8), hash, day, now)))
        .replaceWith(new Shown(text, hash, now.plus(Disclosure.READING_MIN)));
  }

  private static Text text(UUID id, CreditLine line, Disclosure.Wish wish, LocalDate day) {
    DrawTerms terms = DrawTerms.priced(line, wish, day);
    Schedule schedule = terms.priced().schedule();
    List<Row> rows =
        schedule.rows().stream()
            .map(
                row ->
                    new Row(
                        row.number(),
                        row.dueDate(),
                        line.terms().money(row.principalMinor()),
                        line.terms().money(row.interestMinor()),
                        line.terms().money(row.feesMinor()),
                        line.terms().money(row.totalMinor())))
            .toList();
    return new Text(
        id,
        line.id(),
        line.terms().contractHash(),
        day,
        wish.amount(),
        line.terms().rate().toString(),
        wish.method().name(),
        wish.termMonths(),
        wish.purpose(),
        TermsForm.of(schedule.terms()),
        rows,
        sum(rows, Row::interest, line),
        sum(rows, Row::fees, line),
        sum(rows, Row::total, line),
        terms.priced().cost().nominal().toPlainString(),
        new Late(
            terms.late().graceDays(),
            terms.late().penaltyDailyRate().toPlainString(),
            terms.late().penaltyRate().toString()));
  }

  private static Money sum(List<Row> rows, Function<Row, Money> part, CreditLine line) {
    return rows.stream().map(part).reduce(line.terms().money(0), Money::plus);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
