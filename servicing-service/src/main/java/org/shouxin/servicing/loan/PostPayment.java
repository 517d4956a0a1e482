package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;

/** Puts money that came in on a loan, or takes it back, in the caller's transaction. */
@ApplicationScoped
public class PostPayment {

  private final ChangeLoan change;
  private final Transactions transactions;
  private final PaymentInstructions instructions;
  private final DayPlans plans;
  private final Ids ids;

  PostPayment(
      ChangeLoan change,
      Transactions transactions,
      PaymentInstructions instructions,
      DayPlans plans,
      Ids ids) {
    this.change = change;
    this.transactions = transactions;
    this.instructions = instructions;
    this.plans = plans;
    this.ids = ids;
  }

  /** Posts money that came in; it does what was instructed for the payment, if anything was. */
  public Uni<Void> post(UUID loanId, UUID paymentId, Money amount) {
    return instructions
        .of(List.of(paymentId))
        .chain(
            told ->
                change.apply(
                    loanId,
                    (loan, day) ->
                        loan.receive(
                            paymentId,
                            amount,
                            told.get(paymentId),
                            ids::next,
                            plans.current(),
                            day)))
        .replaceWithVoid();
  }

  /**
   * Posts money that counts from an earlier day; what came since is worked out anew.
   *
   * @param countsFrom its value date, not before the payout and not after today
   */
  public Uni<Void> post(UUID loanId, UUID paymentId, Money amount, LocalDate countsFrom) {
    return change
        .withHistory(
            loanId,
            (loan, day, past) ->
                loan.corrections(past, plans.current(), day).receive(paymentId, amount, countsFrom))
        .replaceWithVoid();
  }

  /** Takes a payment back, as if it had never counted; what came since is worked out anew. */
  public Uni<Void> reverse(UUID paymentId, String reason) {
    return ofPayment(
        paymentId,
        (loan, day, past) ->
            loan.corrections(past, plans.current(), day).reverse(paymentId, reason));
  }

  /** Has a payment count from another day; what came since the earlier one is worked out anew. */
  public Uni<Void> correctValueDate(UUID paymentId, LocalDate countsFrom, String reason) {
    return ofPayment(
        paymentId,
        (loan, day, past) ->
            loan.corrections(past, plans.current(), day)
                .correctValueDate(paymentId, countsFrom, reason));
  }

  private Uni<Void> ofPayment(UUID paymentId, ChangeLoan.WithHistory transition) {
    return transactions
        .loanOf(paymentId)
        .map(found -> found.orElseThrow(() -> new NotFound("payment", paymentId)))
        .chain(loanId -> change.withHistory(loanId, transition))
        .replaceWithVoid();
  }
}
