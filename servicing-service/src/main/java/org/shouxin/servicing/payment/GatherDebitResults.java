package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.servicing.payment.DebitResult.Outcome;

/**
 * Settles results that come one by one together with those that come at the same time. Nobody is
 * kept waiting for company: a result that finds few enough transactions under way starts one at
 * once, and only what comes meanwhile goes together. Each is answered after the commit of its
 * transaction. When a transaction is refused, each of its results is tried alone, so that none
 * suffers from another.
 */
@ApplicationScoped
class GatherDebitResults {

  static final int TOGETHER_MAX = 64;
  static final int WAITING_MAX = 2_000;

  private final SettleDebits settle;
  private final Vertx vertx;
  private final int runsMax;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();

  GatherDebitResults(
      SettleDebits settle,
      Vertx vertx,
      @ConfigProperty(name = "shouxin.payments.debit-transactions") int runsMax) {
    this.settle = settle;
    this.vertx = vertx;
    this.runsMax = runsMax;
  }

  private record Waiting(DebitResult result, UniEmitter<? super Outcome> emitter) {}

  /** What followed from the result; comes back on the caller's context. */
  Uni<Outcome> settle(DebitResult result) {
    Context asking = Vertx.currentContext();
    Uni<Outcome> outcome = Uni.createFrom().emitter(emitter -> enter(result, emitter));
    return asking == null
        ? outcome
        : outcome.emitOn(command -> asking.runOnContext(ignored -> command.run()));
  }

  private void enter(DebitResult result, UniEmitter<? super Outcome> emitter) {
    if (waiting.incrementAndGet() > WAITING_MAX) {
      waiting.decrementAndGet();
      emitter.fail(new Unavailable("payments"));
      return;
    }
    queue.add(new Waiting(result, emitter));
    wake();
  }

  private void wake() {
    while (!queue.isEmpty()) {
      if (runs.incrementAndGet() > runsMax) {
        runs.decrementAndGet();
        return;
      }
      List<Waiting> together = take();
      if (together.isEmpty()) {
        runs.decrementAndGet();
      } else {
        run(together);
      }
    }
  }

  private List<Waiting> take() {
    List<Waiting> taken = new ArrayList<>();
    while (taken.size() < TOGETHER_MAX) {
      Waiting next = queue.poll();
      if (next == null) {
        break;
      }
      waiting.decrementAndGet();
      taken.add(next);
    }
    return taken;
  }

  private void run(List<Waiting> together) {
    together(together)
        .onTermination()
        .invoke(
            () -> {
              runs.decrementAndGet();
              wake();
            })
        .subscribe()
        .with(outcomes -> answer(together, outcomes), failure -> refused(together, failure));
  }

  private Uni<List<Outcome>> together(List<Waiting> those) {
    List<DebitResult> results = those.stream().map(Waiting::result).toList();
    return FreshContext.run(vertx, () -> settle.settle(results));
  }

  private static void answer(List<Waiting> together, List<Outcome> outcomes) {
    for (int i = 0; i < together.size(); i++) {
      together.get(i).emitter().complete(outcomes.get(i));
    }
  }

  private void refused(List<Waiting> together, Throwable failure) {
    if (together.size() == 1 || failure instanceof Unavailable) {
      together.forEach(one -> one.emitter().fail(failure));
    } else {
      together.forEach(this::alone);
    }
  }

  private void alone(Waiting one) {
    together(List.of(one))
        .subscribe()
        .with(outcomes -> one.emitter().complete(outcomes.get(0)), one.emitter()::fail);
  }
}
