package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.Quoted;
import org.shouxin.servicing.arrangement.model.Arrangement.Wish;
import org.shouxin.servicing.arrangement.model.ExtensionPolicy;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.ExtendLoan;
import org.shouxin.servicing.loan.ExtendLoan.Moved;
import org.shouxin.servicing.loan.ExtendLoan.Quote;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.ViewLoans;

/**
 * Takes a borrower's request for an extension: within policy it is quoted and waits for the
 * borrower, outside it is rejected at once. Runs in the caller's transaction.
 */
@ApplicationScoped
public class RequestExtension {

  private final Arrangements arrangements;
  private final ArrangementEvents events;
  private final ExtendLoan extend;
  private final ViewLoans loans;
  private final BusinessDays days;
  private final Ids ids;
  private final Clock clock;

  RequestExtension(
      Arrangements arrangements,
      ArrangementEvents events,
      ExtendLoan extend,
      ViewLoans loans,
      BusinessDays days,
      Ids ids,
      Clock clock) {
    this.arrangements = arrangements;
    this.events = events;
    this.extend = extend;
    this.loans = loans;
    this.days = days;
    this.ids = ids;
    this.clock = clock;
  }

  /** A request with the schedule it would bring; none when it was rejected. */
  public record Requested(Arrangement arrangement, List<Moved> instalments) {}

  public Uni<Requested> handle(Wish wish) {
    return loans
        .lockedSnapshot(wish.loanId())
        .chain(loan -> days.postingDay().chain(day -> decide(wish, loan, day)));
  }

  private Uni<Requested> decide(Wish wish, LoanSnapshot loan, LocalDate day) {
    return arrangements
        .extensionsSince(wish.loanId(), day.minusMonths(ExtensionPolicy.MONTHS_BETWEEN_MIN))
        .invoke(granted -> ExtensionPolicy.check(wish.months(), granted))
        .chain(() -> extend.quote(wish.loanId(), wish.months()))
        .chain(quote -> quoted(wish, loan, quote))
        .onFailure(RuleViolation.class)
        .recoverWithUni(no -> rejected(wish, loan, day, no.rule()));
  }

  private Uni<Requested> quoted(Wish wish, LoanSnapshot loan, Quote quote) {
    Arrangement arrangement =
        Arrangement.requested(
            ids.next(),
            wish,
            new Quoted(quote.loanVersion(), quote.businessDate(), quote.costDifference()),
            clock.instant());
    return saved(arrangement, loan, quote.businessDate())
        .replaceWith(new Requested(arrangement, quote.instalments()));
  }

  private Uni<Requested> rejected(Wish wish, LoanSnapshot loan, LocalDate day, String rule) {
    Arrangement arrangement =
        Arrangement.requested(
            ids.next(), wish, new Quoted(loan.version(), day, loan.money(0)), clock.instant());
    arrangement.reject(rule);
    return saved(arrangement, loan, day).replaceWith(new Requested(arrangement, List.of()));
  }

  private Uni<Void> saved(Arrangement arrangement, LoanSnapshot loan, LocalDate day) {
    return arrangements
        .add(arrangement)
        .chain(() -> events.changed(arrangement, loan.borrowerId(), day));
  }
}
