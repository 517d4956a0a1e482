package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.servicing.loan.TurnLoans.DebitWanted;
import org.shouxin.servicing.payment.model.BankOrder.Cause;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

/** Orders the debits of a new day, and knows whether those of a day are settled. */
@ApplicationScoped
public class DrawDebits {

  private final BankOrders orders;

  DrawDebits(BankOrders orders) {
    this.orders = orders;
  }

  /**
   * Writes the orders in the caller's transaction, to be sent once the day is open; a loan with an
   * open debit gets no second.
   */
  public Uni<Void> order(LocalDate day, List<DebitWanted> debits) {
    return debits.isEmpty()
        ? Uni.createFrom().voidItem()
        : orders.addAll(day, debits.stream().map(DrawDebits::wanted).toList());
  }

  /** How many debits of the day are not settled yet. */
  public Uni<Long> open(LocalDate day) {
    return orders.openDebits(day);
  }

  private static Wanted wanted(DebitWanted debit) {
    return new Wanted(
        Kind.DEBIT, Cause.SCHEDULED, debit.loanId(), debit.agreement(), debit.amount());
  }
}
