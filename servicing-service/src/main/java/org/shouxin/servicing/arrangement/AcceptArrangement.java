package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.ExtendLoan;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.PayNow;

/** The borrower accepts a quote; the new schedule is in force at once, in the same transaction. */
@ApplicationScoped
public class AcceptArrangement {

  private final Arrangements arrangements;
  private final ArrangementEvents events;
  private final ExtendLoan extend;
  private final ViewLoans loans;
  private final PayNow payments;
  private final BusinessDays days;

  AcceptArrangement(
      Arrangements arrangements,
      ArrangementEvents events,
      ExtendLoan extend,
      ViewLoans loans,
      PayNow payments,
      BusinessDays days) {
    this.arrangements = arrangements;
    this.events = events;
    this.extend = extend;
    this.loans = loans;
    this.payments = payments;
    this.days = days;
  }

  public Uni<Arrangement> handle(UUID loanId, UUID arrangementId) {
    return loans
        .lockedSnapshot(loanId)
        .call(() -> payments.requireNoneOpen(loanId))
        .chain(loan -> days.postingDay().chain(day -> accept(loan, arrangementId, day)));
  }

  private Uni<Arrangement> accept(LoanSnapshot loan, UUID arrangementId, LocalDate day) {
    return arrangements
        .locked(arrangementId)
        .map(
            found ->
                found
                    .filter(arrangement -> arrangement.loanId().equals(loan.loanId()))
                    .orElseThrow(() -> new NotFound("arrangement", arrangementId)))
        .call(
            arrangement ->
                extend
                    .quote(loan.loanId(), arrangement.months())
                    .invoke(quote -> arrangement.accept(quote.loanVersion(), day)))
        .call(arrangement -> extend.extend(loan.loanId(), arrangementId, arrangement.months()))
        .call(arrangement -> events.changed(arrangement, loan.borrowerId(), day));
  }
}
