package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.BusinessDay.State;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.dayend.DayPartitions.Share;
import org.shouxin.servicing.payment.DrawDebits;

/**
 * Closes a business day. The loans' partitions are shared out; workers, of this instance and of any
 * other that closes the same day, take them under leases: each puts the day's accrual into the
 * books and turns the loans with something to do. Then loans are classified and the bureau's file
 * is made, and one transaction closes the day, opens the next and says so.
 *
 * <p>It may be killed anywhere and called again, or run by many at once: what was done is not due
 * to be done any more. Payments go on meanwhile and carry the day that is being closed; the last
 * transaction waits for those that are under way, and looks whether they left something to do.
 */
@ApplicationScoped
public class CloseBusinessDay {

  private static final Duration OTHERS_WORK_WAIT = Duration.ofMillis(100);

  private final BusinessDays days;
  private final DayPartitions partitions;
  private final WorkShare share;
  private final CompleteDay wholeBook;
  private final DrawDebits debits;
  private final DayEvents events;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Ids ids;
  private final int workers;

  CloseBusinessDay(
      BusinessDays days,
      DayPartitions partitions,
      WorkShare share,
      CompleteDay wholeBook,
      DrawDebits debits,
      DayEvents events,
      UnitOfWork work,
      Vertx vertx,
      Ids ids,
      @ConfigProperty(name = "shouxin.day-end.workers") int workers) {
    this.days = days;
    this.partitions = partitions;
    this.share = share;
    this.wholeBook = wholeBook;
    this.debits = debits;
    this.events = events;
    this.work = work;
    this.vertx = vertx;
    this.ids = ids;
    this.workers = workers;
  }

  /** Gives the closed day; a day that is closed already stays as it is. */
  public Uni<BusinessDay> close(LocalDate date) {
    return work.inTransaction(() -> start(date))
        .chain(toDo -> toDo ? workAndFinish(date) : Uni.createFrom().voidItem())
        .chain(() -> find(date));
  }

  public Uni<BusinessDay> current() {
    return work.reading(() -> days.current().chain(days::find)).map(Optional::orElseThrow);
  }

  public Uni<BusinessDay> find(LocalDate date) {
    return work.reading(() -> days.find(date))
        .map(found -> found.orElseThrow(() -> new NotFound("business day", date)));
  }

  private Uni<Boolean> start(LocalDate date) {
    return days.find(date)
        .chain(
            found -> {
              if (found.isEmpty()) {
                throw RuleViolation.conflict(
                    "BUSINESS_DAY_NOT_CURRENT", "only the current business day can be closed");
              }
              return found.get().state() == State.CLOSED
                  ? Uni.createFrom().item(false)
                  : debits
                      .open(date)
                      .invoke(CloseBusinessDay::refuseOpen)
                      .chain(() -> days.startClosing(date))
                      .call(() -> partitions.shareOut(date));
            });
  }

  private static void refuseOpen(long open) {
    if (open > 0) {
      throw RuleViolation.conflict(
              "DAY_HAS_OPEN_DEBITS", "debits of the day are not settled: " + open)
          .with("openDebits", open);
    }
  }

  private Uni<Void> workAndFinish(LocalDate date) {
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                workTogether(date)
                    .chain(() -> work.reading(() -> partitions.unfinished(date)))
                    .chain(
                        withOthers ->
                            withOthers > 0 ? Uni.createFrom().item(false) : completeAndFinish(date))
                    .call(over -> over ? Uni.createFrom().voidItem() : pause()))
        .until(over -> over)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> completeAndFinish(LocalDate date) {
    return wholeBook
        .complete(date)
        .onFailure()
        .recoverWithUni(failure -> unlessClosed(date, failure))
        .chain(() -> work.inTransaction(() -> finish(date)));
  }

  /** Whoever closes the day first ends the work of the others on it. */
  private Uni<Void> unlessClosed(LocalDate date, Throwable failure) {
    return find(date)
        .chain(
            day ->
                day.state() == State.CLOSED
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().failure(failure));
  }

  private Uni<Void> workTogether(LocalDate date) {
    return Multi.createFrom()
        .range(0, workers)
        .onItem()
        .transformToUni(n -> FreshContext.run(vertx, () -> workAlone(date, ids.next())))
        .merge(workers)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Takes shares until none is free. */
  private Uni<Void> workAlone(LocalDate date, UUID worker) {
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                work.inTransaction(() -> partitions.claim(date, worker))
                    .chain(
                        claimed ->
                            claimed.isPresent()
                                ? one(claimed.get())
                                : Uni.createFrom().item(false)))
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> one(Share claimed) {
    return share
        .all(claimed)
        .onFailure(DayPartitions.ShareLost.class)
        .recoverWithNull()
        .replaceWith(true);
  }

  private static Uni<Void> pause() {
    return Uni.createFrom().voidItem().onItem().delayIt().by(OTHERS_WORK_WAIT);
  }

  /** False when the day cannot be closed yet: debits were ordered, or loans got something to do. */
  private Uni<Boolean> finish(LocalDate date) {
    return days.holdClosing(date)
        .chain(
            held ->
                !held
                    ? Uni.createFrom().item(true)
                    : nothingLeft(date)
                        .call(
                            over ->
                                over
                                    ? days.close(date)
                                        .chain(() -> events.closed(date, date.plusDays(1)))
                                    : Uni.createFrom().voidItem()));
  }

  private Uni<Boolean> nothingLeft(LocalDate date) {
    return partitions
        .takeUpAgain(date)
        .chain(
            again ->
                again > 0
                    ? Uni.createFrom().item(false)
                    : partitions
                        .unfinished(date)
                        .chain(
                            unfinished ->
                                debits.open(date).map(open -> unfinished == 0 && open == 0)));
  }
}
