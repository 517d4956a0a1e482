package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;

/** Puts money that came in on a loan, or takes it back, in the caller's transaction. */
@ApplicationScoped
public class PostPayment {

  private final ChangeLoan change;
  private final Transactions transactions;
  private final DayPlans plans;

  PostPayment(ChangeLoan change, Transactions transactions, DayPlans plans) {
    this.change = change;
    this.transactions = transactions;
    this.plans = plans;
  }

  public Uni<Void> post(UUID loanId, UUID paymentId, Money amount) {
    return change
        .apply(loanId, (loan, day) -> loan.receive(paymentId, amount, plans.current(), day))
        .replaceWithVoid();
  }

  /** Takes a payment back; the lines it had covered are open again from today. */
  public Uni<Void> reverse(UUID paymentId, String reason) {
    return transactions
        .payment(paymentId)
        .map(found -> found.orElseThrow(() -> new NotFound("payment", paymentId)))
        .chain(payment -> reverse(paymentId, payment, reason));
  }

  private Uni<Void> reverse(UUID paymentId, Transactions.PostedPayment payment, String reason) {
    return change
        .apply(
            payment.loanId(),
            (loan, day) ->
                loan.reverse(
                    paymentId,
                    loan.terms().money(payment.amountMinor()),
                    payment.covered(),
                    reason,
                    plans.current(),
                    day))
        .replaceWithVoid();
  }
}
