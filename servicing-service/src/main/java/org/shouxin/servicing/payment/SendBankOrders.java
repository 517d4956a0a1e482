package org.shouxin.servicing.payment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.BankOrders.Claimed;
import org.shouxin.servicing.payment.DebitResult.Source;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankAnswer.Status;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Kind;

/**
 * Brings orders to the bank and learns what became of them. Any number of instances may run: each
 * takes orders under a lease. An order is marked as sent before it is sent; from then on its
 * outcome is asked for, and it is sent again, under the same id, only if the bank says it never saw
 * it.
 */
@ApplicationScoped
public class SendBankOrders {

  private static final Logger LOG = Logger.getLogger(SendBankOrders.class);
  private static final int CLAIM_ORDERS_MAX = 32;
  private static final int CONCURRENT_CALLS_MAX = 8;
  private static final Duration LEASE = Duration.ofSeconds(12);
  private static final Duration PAUSE_MIN = Duration.ofMillis(500);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
  private static final int DOUBLINGS_MAX = 6;

  private final BankOrders orders;
  private final Bank bank;
  private final SettleBankOrder settle;
  private final GatherDebitResults debits;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile boolean stopping;

  SendBankOrders(
      BankOrders orders,
      Bank bank,
      SettleBankOrder settle,
      GatherDebitResults debits,
      BankSignal signal,
      UnitOfWork work,
      Vertx vertx,
      Clock clock) {
    this.orders = orders;
    this.bank = bank;
    this.settle = settle;
    this.debits = debits;
    this.work = work;
    this.vertx = vertx;
    this.clock = clock;
    signal.wake(this::wake);
  }

  @Scheduled(every = "1s")
  void tick() {
    wake();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void wake() {
    wanted.set(true);
    if (!stopping && running.compareAndSet(false, true)) {
      wanted.set(false);
      FreshContext.run(vertx, this::round)
          .onFailure()
          .invoke(failure -> LOG.warnf("bank orders wait: %s", failure))
          .onTermination()
          .invoke(this::rest)
          .subscribe()
          .with(done -> {}, failed -> {});
    }
  }

  private void rest() {
    running.set(false);
    if (wanted.get()) {
      wake();
    }
  }

  private Uni<Void> round() {
    Instant now = clock.instant();
    return work.inTransaction(() -> orders.claim(CLAIM_ORDERS_MAX, now, now.plus(LEASE)))
        .invoke(claimed -> wanted.compareAndSet(false, claimed.size() == CLAIM_ORDERS_MAX))
        .chain(this::attemptAll);
  }

  private Uni<Void> attemptAll(List<Claimed> claimed) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUni(order -> FreshContext.run(vertx, () -> attempt(order)))
        .merge(CONCURRENT_CALLS_MAX)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> attempt(Claimed claimed) {
    return outcome(claimed)
        .onItemOrFailure()
        .transformToUni(
            (answer, failure) -> {
              if (failure != null) {
                LOG.warnf("order %s: outcome unknown: %s", claimed.order().id(), failure);
              }
              return failure == null && !answer.pending()
                  ? settled(claimed.order(), answer)
                  : work.inTransaction(() -> later(claimed));
            })
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.errorf(failure, "order %s was not settled", claimed.order().id());
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> settled(BankOrder order, BankAnswer answer) {
    String currency = order.amount().currency().getCurrencyCode();
    return order.kind() == Kind.DEBIT
        ? debits
            .settle(new DebitResult(order.id(), answer, currency, Source.ANSWER, null))
            .replaceWithVoid()
        : work.inTransaction(() -> settle.answered(order.id(), answer));
  }

  private Uni<BankAnswer> outcome(Claimed claimed) {
    BankOrder order = claimed.order();
    return claimed.attempts() == 1
        ? bank.send(order)
        : bank.ask(order)
            .chain(
                answer ->
                    answer.status() == Status.UNKNOWN_ORDER
                        ? bank.send(order)
                        : Uni.createFrom().item(answer));
  }

  private Uni<Void> later(Claimed claimed) {
    return orders
        .locked(claimed.order().id())
        .invoke(
            found ->
                found.ifPresent(
                    order -> order.waitUntil(clock.instant().plus(pause(claimed.attempts())))))
        .replaceWithVoid();
  }

  private static Duration pause(int attempts) {
    Duration pause = PAUSE_MIN.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }
}
