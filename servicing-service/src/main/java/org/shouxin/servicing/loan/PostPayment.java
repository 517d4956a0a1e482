package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.LoanEvent;

/** Puts money that came in on a loan, or takes it back, in the caller's transaction. */
@ApplicationScoped
public class PostPayment {

  private final ChangeLoan change;
  private final Transactions transactions;
  private final BusinessDays days;
  private final DayPlans plans;

  PostPayment(ChangeLoan change, Transactions transactions, BusinessDays days, DayPlans plans) {
    this.change = change;
    this.transactions = transactions;
    this.days = days;
    this.plans = plans;
  }

  public Uni<Void> post(UUID loanId, UUID paymentId, Money amount) {
    return days.postingDay()
        .chain(
            day ->
                change.apply(loanId, loan -> loan.receive(paymentId, amount, plans.current(), day)))
        .replaceWithVoid();
  }

  /** Takes a payment back; the lines it had covered are open again from today. */
  public Uni<Void> reverse(UUID paymentId, String reason) {
    return transactions
        .payment(paymentId)
        .map(found -> found.orElseThrow(() -> new NotFound("payment", paymentId)))
        .chain(payment -> days.postingDay().chain(day -> reverse(paymentId, payment, reason, day)))
        .replaceWithVoid();
  }

  private Uni<List<LoanEvent>> reverse(
      UUID paymentId, Transactions.PostedPayment payment, String reason, LocalDate day) {
    return change.apply(
        payment.loanId(),
        loan ->
            loan.reverse(
                paymentId,
                loan.terms().money(payment.amountMinor()),
                payment.covered(),
                reason,
                day));
  }
}
