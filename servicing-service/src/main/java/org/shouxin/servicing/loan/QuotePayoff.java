package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.Position;

/**
 * Tells what ends a loan by a day. Interest and penalty only grow, so the quoted amount ends the
 * loan on every day until then; paid earlier, what was not needed stays as credit.
 */
@ApplicationScoped
public class QuotePayoff {

  private static final int DAYS_AHEAD_MAX = 31;

  private final ViewLoans loans;

  QuotePayoff(ViewLoans loans) {
    this.loans = loans;
  }

  /**
   * A quote, by component.
   *
   * @param credit money received earlier that pays a part of it
   * @param interestPerDay what the day after would add, for who pays later; an estimate
   */
  public record Quote(
      UUID loanId,
      long version,
      LocalDate quotedOn,
      LocalDate validTo,
      Money cost,
      Money interest,
      Money penalty,
      Money principal,
      Money credit,
      Money total,
      Money interestPerDay) {}

  /** Quotes for a loan that the caller may see; today when no day is given. */
  public Uni<Quote> quote(UUID loanId, LocalDate validToOrNull) {
    return loans
        .one(loanId)
        .map(
            standing -> {
              LocalDate today = standing.position().asOf();
              return quote(standing.loan(), today, validToOrNull == null ? today : validToOrNull);
            });
  }

  private static Quote quote(Loan loan, LocalDate today, LocalDate validTo) {
    if (loan.state() != LoanState.ACTIVE) {
      throw RuleViolation.conflict("LOAN_NOT_ACTIVE", "only an active loan is paid off");
    }
    if (validTo.isBefore(today) || validTo.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
      throw Invalid.field(
          "validTo", "QUOTE_RANGE", "a quote is valid for today or up to 31 days from now");
    }
    Position then = loan.position(validTo);
    Position next = loan.position(validTo.plusDays(1));
    return new Quote(
        loan.id(),
        loan.version(),
        today,
        validTo,
        loan.terms().money(then.due().costMinor()),
        loan.terms().money(then.due().interestMinor() + then.interestAccruedMinor()),
        loan.terms().money(then.due().penaltyMinor()),
        loan.terms().money(then.principalOutstandingMinor()),
        loan.terms().money(then.creditMinor()),
        loan.terms().money(then.payoffMinor()),
        loan.terms().money(next.payoffMinor() - then.payoffMinor()));
  }
}
