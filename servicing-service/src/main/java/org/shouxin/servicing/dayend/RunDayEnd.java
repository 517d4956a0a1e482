package org.shouxin.servicing.dayend;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDay;

/**
 * Runs the close of days in this instance, one close of a day at a time however many ask for it: by
 * a call, by the clock, or because a close that another instance began is not over. What is wanted
 * is kept in the database, so that it outlives whoever was asked.
 */
@ApplicationScoped
public class RunDayEnd {

  private static final Logger LOG = Logger.getLogger(RunDayEnd.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int CATCH_UP_DAYS_MAX = 1_000;
  private static final Duration DEBITS_WAIT = Duration.ofMillis(200);
  private static final String OPEN_DEBITS = "DAY_HAS_OPEN_DEBITS";

  private final CloseBusinessDay days;
  private final DayEndTargets targets;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Clock clock;
  private final Map<LocalDate, Uni<BusinessDay>> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  RunDayEnd(
      CloseBusinessDay days, DayEndTargets targets, UnitOfWork work, Vertx vertx, Clock clock) {
    this.days = days;
    this.targets = targets;
    this.work = work;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Closes the day; goes on also when the caller does not wait for the end. */
  public Uni<BusinessDay> close(LocalDate date) {
    return Uni.createFrom().deferred(() -> running.computeIfAbsent(date, this::closing));
  }

  /**
   * Closes every day up to and with the date, in order, waiting for the debits of each; gives the
   * day that is open then. It goes on also when the caller does not wait for the end.
   */
  public Uni<BusinessDay> catchUp(LocalDate to) {
    return days.current()
        .invoke(current -> refuseTooMany(current.date(), to))
        .chain(() -> work.inTransaction(() -> targets.want(to)))
        .chain(this::closeDue)
        .chain(days::current);
  }

  /** Every day before today, by the lender's clock, is to be closed. */
  @Scheduled(
      identity = "day-end",
      cron = "{shouxin.day-end.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> closePast() {
    return catchUp(yesterday()).replaceWithVoid();
  }

  /** Helps with a close under way anywhere, and goes on with one that nobody works on any more. */
  @Scheduled(
      identity = "day-end-help",
      every = "{shouxin.day-end.look-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> help() {
    return stopping
        ? Uni.createFrom().voidItem()
        : closeDue()
            .onFailure()
            .invoke(failure -> LOG.warnf("the close of the day waits: %s", failure))
            .onFailure()
            .recoverWithNull();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** The last day that is over by the lender's clock. */
  LocalDate yesterday() {
    return clock.instant().atZone(ZONE).toLocalDate().minusDays(1);
  }

  private Uni<Void> closeDue() {
    return Multi.createBy()
        .repeating()
        .uni(() -> work.reading(targets::due).chain(this::closeOne))
        .whilst(more -> more && !stopping)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> closeOne(Optional<LocalDate> due) {
    return due.isEmpty()
        ? Uni.createFrom().item(false)
        : close(due.get())
            .replaceWith(true)
            .onFailure(RunDayEnd::waitsForDebits)
            .recoverWithUni(() -> Uni.createFrom().item(true).onItem().delayIt().by(DEBITS_WAIT));
  }

  private Uni<BusinessDay> closing(LocalDate date) {
    return FreshContext.run(vertx, () -> days.close(date))
        .onTermination()
        .invoke(() -> running.remove(date))
        .memoize()
        .indefinitely();
  }

  private static boolean waitsForDebits(Throwable failure) {
    return failure instanceof RuleViolation refused && refused.rule().equals(OPEN_DEBITS);
  }

  private static void refuseTooMany(LocalDate current, LocalDate to) {
    if (to.isAfter(current.plusDays(CATCH_UP_DAYS_MAX))) {
      throw RuleViolation.refused(
              "CATCH_UP_RANGE", "at most " + CATCH_UP_DAYS_MAX + " days are closed at once")
          .field("/to")
          .with("days", CATCH_UP_DAYS_MAX);
    }
  }
}
