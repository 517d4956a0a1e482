package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Multi;
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

  private final WriteBankOrder writer;
  private final BankOrders orders;

  DrawDebits(WriteBankOrder writer, BankOrders orders) {
    this.writer = writer;
    this.orders = orders;
  }

  /** Writes the orders in the caller's transaction; a loan with an open debit gets no second. */
  public Uni<Void> order(LocalDate day, List<DebitWanted> debits) {
    return Multi.createFrom()
        .iterable(debits)
        .onItem()
        .transformToUniAndConcatenate(debit -> order(day, debit))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** How many debits of the day are not settled yet. */
  public Uni<Long> open(LocalDate day) {
    return orders.openDebits(day);
  }

  private Uni<Void> order(LocalDate day, DebitWanted debit) {
    Wanted wanted =
        new Wanted(Kind.DEBIT, Cause.SCHEDULED, debit.loanId(), debit.agreement(), debit.amount());
    return orders
        .hasOpenDebit(debit.loanId())
        .chain(
            open -> open ? Uni.createFrom().voidItem() : writer.on(day, wanted).replaceWithVoid());
  }
}
