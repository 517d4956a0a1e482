package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Cause;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

/** A borrower pays at once by having the own account debited, in the caller's transaction. */
@ApplicationScoped
public class PayNow {

  /** Largest single payment, minor units: 10,000,000.00. */
  public static final long AMOUNT_MINOR_MAX = 10_000_000_00L;

  private final ViewLoans loans;
  private final BankOrders orders;
  private final WriteBankOrder writer;

  PayNow(ViewLoans loans, BankOrders orders, WriteBankOrder writer) {
    this.loans = loans;
    this.orders = orders;
    this.writer = writer;
  }

  /** Orders the debit; its outcome is asked for by the order's id. */
  public Uni<BankOrder> order(UUID loanId, Money amount) {
    return order(loans.lockedSnapshot(loanId), amount, Cause.PAY_NOW);
  }

  /** The same for whoever holds a pay link of the loan. */
  public Uni<PaymentStanding> orderByLink(UUID loanId, Money amount) {
    return order(loans.lockedForService(loanId), amount, Cause.PAY_LINK).map(PaymentStanding::of);
  }

  private Uni<BankOrder> order(Uni<LoanSnapshot> locked, Money amount, Cause cause) {
    return locked
        .invoke(loan -> check(loan, amount))
        .call(loan -> requireNoneOpen(loan.loanId()))
        .chain(
            loan ->
                writer.current(
                    new Wanted(Kind.DEBIT, cause, loan.loanId(), loan.agreement(), amount)));
  }

  /** The payment that a pay link brought, for whoever holds the link; joins the caller's unit. */
  public Uni<PaymentStanding> brought(UUID paymentId) {
    return orders.find(paymentId).map(Optional::orElseThrow).map(PaymentStanding::of);
  }

  /** Refuses while a debit of the loan is under way. */
  public Uni<Void> requireNoneOpen(UUID loanId) {
    return orders
        .withOpenDebit(List.of(loanId))
        .invoke(open -> refuseSecond(!open.isEmpty()))
        .replaceWithVoid();
  }

  /** A debit that the caller may see; joins the caller's unit. */
  public Uni<BankOrder> find(UUID paymentId) {
    return orders
        .find(paymentId)
        .map(
            found ->
                found
                    .filter(order -> order.kind() == Kind.DEBIT)
                    .orElseThrow(() -> new NotFound("payment", paymentId)))
        .call(
            order ->
                loans
                    .snapshot(order.loanId())
                    .onFailure(NotFound.class)
                    .transform(hidden -> new NotFound("payment", paymentId)));
  }

  /** Refuses a payment in another currency, out of range, or of a loan not paid out. */
  public static void check(LoanSnapshot loan, Money amount) {
    if (!loan.currency().equals(amount.currency().getCurrencyCode())) {
      throw Invalid.field(
          "/amount/currency", "CURRENCY_MISMATCH", "a loan is paid in its own currency");
    }
    if (!amount.isPositive() || amount.minor() > AMOUNT_MINOR_MAX) {
      throw Invalid.field(
          "/amount/amount", "PAYMENT_RANGE", "a payment is from 0.01 to 10000000.00");
    }
    if (!loan.takesPayments()) {
      throw RuleViolation.conflict("LOAN_NOT_PAID_OUT", "the loan has not been paid out");
    }
  }

  private static void refuseSecond(boolean open) {
    if (open) {
      throw RuleViolation.conflict(
          "DEBIT_IN_FLIGHT", "a debit of this loan is under way; its outcome comes first");
    }
  }
}
