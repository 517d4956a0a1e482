package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.Payouts;
import org.shouxin.servicing.payment.model.BankOrder.Cause;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

/** Writes the payout order of a loan in the transaction that opens the loan. */
@ApplicationScoped
public class OrderPayouts implements Payouts {

  private final WriteBankOrder orders;

  OrderPayouts(WriteBankOrder orders) {
    this.orders = orders;
  }

  @Override
  public Uni<Void> order(UUID loanId, String agreement, Money principal) {
    return orders
        .current(new Wanted(Kind.PAYOUT, Cause.LOAN_PAYOUT, loanId, agreement, principal))
        .replaceWithVoid();
  }
}
