package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

/** Writes an order in the current transaction and wakes the sender once that has committed. */
@ApplicationScoped
class WriteBankOrder {

  private final BankOrders orders;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final BankSignal signal;
  private final Ids ids;
  private final Clock clock;

  WriteBankOrder(
      BankOrders orders,
      BusinessDays days,
      UnitOfWork work,
      BankSignal signal,
      Ids ids,
      Clock clock) {
    this.orders = orders;
    this.days = days;
    this.work = work;
    this.signal = signal;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<BankOrder> current(Wanted wanted) {
    return days.postingDay().chain(day -> on(day, wanted));
  }

  Uni<BankOrder> on(LocalDate day, Wanted wanted) {
    return as(ids.next(), day, wanted);
  }

  /** The same under an id that was given out before. */
  Uni<BankOrder> as(UUID id, LocalDate day, Wanted wanted) {
    BankOrder order = BankOrder.of(id, wanted, day, clock.instant());
    return orders.add(order).invoke(() -> work.afterCommit(signal::raise)).replaceWith(order);
  }
}
