package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.servicing.arrangement.WorkOutArrangement.Worked;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Wish;
import org.shouxin.servicing.classification.WatchRestructured;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.PauseLoan;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.PayNow;

/**
 * What the borrower does with a quote: accepts it, so that the new schedule is in force at once,
 * has it worked out anew, or withdraws. Runs in the caller's transaction.
 */
@ApplicationScoped
public class AcceptArrangement {

  private final FindArrangement find;
  private final ArrangementEvents events;
  private final WorkOutArrangement work;
  private final ViewLoans loans;
  private final PayNow payments;
  private final WatchRestructured watch;
  private final PauseLoan pauses;

  AcceptArrangement(
      FindArrangement find,
      ArrangementEvents events,
      WorkOutArrangement work,
      ViewLoans loans,
      PayNow payments,
      WatchRestructured watch,
      PauseLoan pauses) {
    this.find = find;
    this.events = events;
    this.work = work;
    this.loans = loans;
    this.payments = payments;
    this.watch = watch;
    this.pauses = pauses;
  }

  /** The quote is accepted as it was shown; one that would bring something else is refused. */
  public Uni<Requested> accept(UUID loanId, UUID arrangementId) {
    return loans
        .lockedSnapshot(loanId)
        .call(() -> payments.requireNoneOpen(loanId))
        .chain(
            snapshot ->
                find.locked(loanId, arrangementId)
                    .chain(
                        arrangement ->
                            work.loan(loanId)
                                .chain(loan -> accepted(arrangement, loan, snapshot))));
  }

  /** The same wish, worked out for the loan as it stands now. */
  public Uni<Requested> requote(UUID loanId, UUID arrangementId) {
    return loans
        .lockedSnapshot(loanId)
        .chain(() -> find.locked(loanId, arrangementId))
        .chain(arrangement -> work.loan(loanId).chain(loan -> quoted(arrangement, loan)));
  }

  public Uni<Requested> withdraw(UUID loanId, UUID arrangementId) {
    return loans
        .lockedSnapshot(loanId)
        .chain(
            snapshot ->
                find.locked(loanId, arrangementId)
                    .chain(
                        arrangement ->
                            work.loan(loanId)
                                .invoke(loan -> arrangement.withdraw(loan.day()))
                                .chain(
                                    loan ->
                                        events.changed(
                                            arrangement, snapshot.borrowerId(), loan.day()))
                                .replaceWith(new Requested(arrangement, List.of()))));
  }

  private Uni<Requested> accepted(
      Arrangement arrangement, OpenSchedule loan, LoanSnapshot snapshot) {
    return find.policy(arrangement, loan)
        .chain(
            policy -> {
              Worked worked = work.worked(loan, arrangement.wish());
              arrangement.accept(worked.plan(), policy.watched(), loan.day());
              return work.putIntoForce(arrangement.id(), worked)
                  .chain(() -> paused(arrangement, worked, loan))
                  .chain(() -> watched(arrangement, worked, loan))
                  .chain(() -> events.changed(arrangement, snapshot.borrowerId(), loan.day()))
                  .replaceWith(new Requested(arrangement, worked.plan().rows()));
            });
  }

  /** The days of a hardship holiday do not count as past due, whatever becomes of the plan. */
  private Uni<Void> paused(Arrangement arrangement, Worked worked, OpenSchedule loan) {
    return arrangement.wish().kind() == Wish.Kind.HARDSHIP
        ? pauses.forHoliday(loan.loanId(), loan.day(), worked.plan().rows().get(0).dueDate())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> watched(Arrangement arrangement, Worked worked, OpenSchedule loan) {
    return arrangement.watchUntil() == null
        ? Uni.createFrom().voidItem()
        : watch.begin(
            loan.loanId(),
            loan.day(),
            worked.plan().firstDueDate(),
            worked.plan().secondPeriodEnd());
  }

  private Uni<Requested> quoted(Arrangement arrangement, OpenSchedule loan) {
    return find.policy(arrangement, loan)
        .map(
            policy -> {
              arrangement.requireQuoted();
              Worked worked = work.worked(loan, arrangement.wish());
              arrangement.quote(worked.quoted(policy.quoteDays()));
              return new Requested(arrangement, worked.plan().rows());
            });
  }
}
