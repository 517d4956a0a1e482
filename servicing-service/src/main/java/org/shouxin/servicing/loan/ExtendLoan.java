package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.Extension;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.PlannedInstalment;

/** Quotes an extension and puts it into force. */
@ApplicationScoped
public class ExtendLoan {

  private final Loans loans;
  private final ChangeLoan change;
  private final BusinessDays days;
  private final DayPlans plans;
  private final Ids ids;

  ExtendLoan(Loans loans, ChangeLoan change, BusinessDays days, DayPlans plans, Ids ids) {
    this.loans = loans;
    this.change = change;
    this.days = days;
    this.plans = plans;
    this.ids = ids;
  }

  /**
   * What an extension would bring.
   *
   * @param loanVersion the loan that it was worked out for
   * @param costDifference interest that it adds
   */
  public record Quote(
      long loanVersion, LocalDate businessDate, List<Moved> instalments, Money costDifference) {}

  /** One instalment of the schedule that the extension would bring. */
  public record Moved(int number, LocalDate dueDate, Money principal, Money interest) {}

  /** Works an extension out; nothing changes. A rule of the loan may refuse it. */
  public Uni<Quote> quote(UUID loanId, int months) {
    return loans
        .locked(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)))
        .chain(loan -> days.postingDay().map(day -> quote(loan, months, loan.dayFor(day))));
  }

  /** Puts an extension into force, in the caller's transaction. */
  public Uni<Void> extend(UUID loanId, UUID arrangementId, int months) {
    return change
        .apply(
            loanId,
            (loan, day) ->
                loan.extend(
                    loan.quoteExtension(months, day),
                    arrangementId,
                    plans.current(),
                    day,
                    ids::next))
        .replaceWithVoid();
  }

  private static Quote quote(Loan loan, int months, LocalDate day) {
    Extension extension = loan.quoteExtension(months, day);
    return new Quote(
        loan.version(),
        day,
        extension.rows().stream().map(row -> moved(loan, row)).toList(),
        loan.terms().money(extension.costDifferenceMinor()));
  }

  private static Moved moved(Loan loan, PlannedInstalment row) {
    return new Moved(
        row.number(),
        row.dueDate(),
        loan.terms().money(row.principalMinor()),
        loan.terms().money(row.interestMinor()));
  }
}
