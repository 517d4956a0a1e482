package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.Refund;

/**
 * Takes credit off a loan that the bank is to pay back, and hears how that ended; in the caller's
 * transaction. From the order until the bank's word the money stands on account 2103.
 */
@ApplicationScoped
public class RefundCredit {

  private final ChangeLoan change;
  private final PostToLedger ledger;
  private final BusinessDays days;
  private final DayPlans plans;

  RefundCredit(ChangeLoan change, PostToLedger ledger, BusinessDays days, DayPlans plans) {
    this.change = change;
    this.ledger = ledger;
    this.days = days;
    this.plans = plans;
  }

  /**
   * Takes the credit off; gives how much.
   *
   * @param amountOrNull all credit when it is null
   */
  public Uni<Long> order(UUID loanId, UUID refundId, Money amountOrNull) {
    return change
        .apply(
            loanId, (loan, day) -> Refund.order(loan, refundId, amountOrNull, plans.current(), day))
        .map(
            happened ->
                happened.stream()
                    .filter(LoanEvent.CreditRefunded.class::isInstance)
                    .mapToLong(event -> ((LoanEvent.CreditRefunded) event).amountMinor())
                    .sum());
  }

  /** The borrower has the money. */
  public Uni<Void> paid(UUID loanId, Money amount) {
    return days.postingDay()
        .chain(
            day ->
                ledger.post(
                    PostingGroup.of(loanId, day, "refund.paid", amount.currency().getCurrencyCode())
                        .debit(Account.REFUNDS_UNDER_WAY, amount.minor())
                        .credit(Account.CASH_AT_BANK, amount.minor())
                        .build()))
        .replaceWithVoid();
  }

  /** The bank refused for good. */
  public Uni<Void> refused(UUID loanId, UUID refundId, String reason) {
    return change
        .withHistory(
            loanId,
            (loan, day, past) ->
                Refund.takeBack(loan, refundId, reason, past, plans.current(), day))
        .replaceWithVoid();
  }
}
