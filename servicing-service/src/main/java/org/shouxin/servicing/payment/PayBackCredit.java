package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.RefundCredit;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Cause;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

/**
 * Pays a borrower back what came in beyond what was due, in the caller's transaction: the credit
 * leaves the loan and the bank gets an order to pay it, both or neither.
 */
@ApplicationScoped
public class PayBackCredit {

  private final ViewLoans loans;
  private final RefundCredit credit;
  private final BankOrders orders;
  private final WriteBankOrder writer;
  private final BusinessDays days;
  private final Ids ids;

  PayBackCredit(
      ViewLoans loans,
      RefundCredit credit,
      BankOrders orders,
      WriteBankOrder writer,
      BusinessDays days,
      Ids ids) {
    this.loans = loans;
    this.credit = credit;
    this.orders = orders;
    this.writer = writer;
    this.days = days;
    this.ids = ids;
  }

  /**
   * Orders the refund; its outcome is asked for by the order's id.
   *
   * @param amountOrNull all credit when it is null
   */
  public Uni<BankOrder> order(UUID loanId, Money amountOrNull) {
    UUID refundId = ids.next();
    return loans
        .lockedSnapshot(loanId)
        .invoke(loan -> requireCurrency(loan, amountOrNull))
        .chain(
            loan ->
                credit
                    .order(loanId, refundId, amountOrNull)
                    .chain(minor -> write(refundId, loan, loan.money(minor))));
  }

  /** A refund that the caller may see; joins the caller's unit. */
  public Uni<BankOrder> find(UUID refundId) {
    return orders
        .find(refundId)
        .map(
            found ->
                found
                    .filter(order -> order.cause() == Cause.CREDIT_REFUND)
                    .orElseThrow(() -> new NotFound("refund", refundId)))
        .call(
            order ->
                loans
                    .snapshot(order.loanId())
                    .onFailure(NotFound.class)
                    .transform(hidden -> new NotFound("refund", refundId)));
  }

  private Uni<BankOrder> write(UUID refundId, LoanSnapshot loan, Money amount) {
    return days.postingDay()
        .chain(
            day ->
                writer.as(
                    refundId,
                    day,
                    new Wanted(
                        Kind.PAYOUT,
                        Cause.CREDIT_REFUND,
                        loan.loanId(),
                        loan.agreement(),
                        amount)));
  }

  private static void requireCurrency(LoanSnapshot loan, Money amountOrNull) {
    if (amountOrNull != null
        && !loan.currency().equals(amountOrNull.currency().getCurrencyCode())) {
      throw Invalid.field(
          "/amount/currency", "CURRENCY_MISMATCH", "a loan is refunded in its own currency");
    }
  }
}
