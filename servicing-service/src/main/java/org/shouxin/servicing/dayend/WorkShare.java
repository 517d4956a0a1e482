package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.servicing.dayend.DayPartitions.Counts;
import org.shouxin.servicing.dayend.DayPartitions.Share;
import org.shouxin.servicing.loan.TurnLoans;
import org.shouxin.servicing.loan.TurnLoans.Turned;
import org.shouxin.servicing.payment.DrawDebits;
import org.shouxin.servicing.reminder.PlanReminders;

/**
 * Does a share of a day's close: what its loans earned goes into the books, then the loans with
 * something to do are turned, chunk by chunk, each step its own transaction that also keeps the
 * lease. A step that is repeated finds nothing left to do.
 */
@ApplicationScoped
class WorkShare {

  private static final int CHUNK_LOANS_MAX = 1_000;
  private static final int LOANS_IN_USE_TRIES_MAX = 100;
  private static final Duration LOANS_IN_USE_WAIT = Duration.ofMillis(100);
  private static final int ACCRUAL_TRIES_MAX = 20;
  private static final Duration ACCRUAL_WAIT = Duration.ofMillis(100);

  private final DayPartitions partitions;
  private final PostAccruals accruals;
  private final TurnLoans loans;
  private final DrawDebits debits;
  private final PlanReminders reminders;
  private final UnitOfWork work;

  WorkShare(
      DayPartitions partitions,
      PostAccruals accruals,
      TurnLoans loans,
      DrawDebits debits,
      PlanReminders reminders,
      UnitOfWork work) {
    this.partitions = partitions;
    this.accruals = accruals;
    this.loans = loans;
    this.debits = debits;
    this.reminders = reminders;
    this.work = work;
  }

  Uni<Void> all(Share share) {
    return accrue(share)
        .chain(() -> turn(share))
        .onFailure()
        .call(failure -> giveBack(share).onFailure().recoverWithNull());
  }

  /** Waits for changes of loans under way only for moments, so that none waits long behind it. */
  private Uni<Void> accrue(Share share) {
    return work.inTransaction(
            () ->
                partitions
                    .keep(share, Counts.NOTHING)
                    .chain(() -> accruals.post(share.day(), share.partitions())))
        .onFailure(WorkShare::maySucceedLater)
        .retry()
        .withBackOff(ACCRUAL_WAIT)
        .withJitter(0)
        .atMost(ACCRUAL_TRIES_MAX);
  }

  private static boolean maySucceedLater(Throwable failure) {
    return failure instanceof Unavailable && !(failure instanceof DayPartitions.ShareLost);
  }

  private Uni<Void> turn(Share share) {
    AtomicInteger tries = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() -> work.inTransaction(() -> chunk(share)).call(step -> pause(step, tries)))
        .whilst(step -> step != Step.DONE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Step> chunk(Share share) {
    LocalDate opening = share.day().plusDays(1);
    return loans
        .next(share.day(), share.partitions(), CHUNK_LOANS_MAX)
        .call(turned -> debits.order(opening, turned.debits()))
        .call(turned -> reminders.plan(opening, turned.reminders()))
        .call(turned -> partitions.keep(share, counts(turned)))
        .chain(
            turned ->
                turned.loans() == CHUNK_LOANS_MAX
                    ? Step.uni(Step.TURNED)
                    : rest(share, turned.loans()));
  }

  private Uni<Step> rest(Share share, int turned) {
    return loans
        .left(share.day(), share.partitions())
        .chain(
            left ->
                left > 0
                    ? Step.uni(turned > 0 ? Step.TURNED : Step.ALL_IN_USE)
                    : partitions.finish(share).replaceWith(Step.DONE));
  }

  private static Uni<Void> pause(Step step, AtomicInteger tries) {
    if (step != Step.ALL_IN_USE) {
      tries.set(0);
      return Uni.createFrom().voidItem();
    }
    if (tries.incrementAndGet() >= LOANS_IN_USE_TRIES_MAX) {
      throw new Unavailable("loans in use");
    }
    return Uni.createFrom().voidItem().onItem().delayIt().by(LOANS_IN_USE_WAIT);
  }

  private static Counts counts(Turned turned) {
    return new Counts(turned.loans(), turned.debits().size(), turned.reminders().size());
  }

  private Uni<Void> giveBack(Share share) {
    return work.inTransaction(() -> partitions.giveBack(share));
  }

  private enum Step {
    TURNED,
    ALL_IN_USE,
    DONE;

    static Uni<Step> uni(Step step) {
      return Uni.createFrom().item(step);
    }
  }
}
