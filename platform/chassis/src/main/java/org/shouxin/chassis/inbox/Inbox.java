package org.shouxin.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouxin.chassis.inbox.EventRecords.Place;
import org.shouxin.chassis.inbox.Position.Relation;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Takes events from topics so that each has its effect once and in the order of its stream.
 *
 * <ul>
 *   <li>The event's id is remembered in the transaction of its effect: delivered twice, applied
 *       once.
 *   <li>Not newer than the stream's position: ignored. This, and not the id, stops a consumer that
 *       was declared dead from undoing what its successor did.
 *   <li>Ahead of the position: a predecessor is still being applied elsewhere, or was lost. It
 *       waits a bounded time, then goes to the dead-letter topic and the stream is <em>parked</em>:
 *       its later events follow there at once, other streams go on. A replay from the sender's
 *       outbox brings all of them again in order and ends the parking.
 *   <li>A passing failure (database or peer away, a lost race) is tried until it works. Poison goes
 *       to the dead-letter topic at once, anything unknown after a few attempts; both park the
 *       stream.
 * </ul>
 *
 * <p>At shutdown a record that comes, and an attempt that failed, ends neither well nor badly: it
 * is delivered again and not taken for poison.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final long FIRST_PAUSE_MS = 100;
  private static final long PAUSE_MS_MAX = 5_000;
  private static final int DOUBLINGS_MAX = 10;
  private static final int UNKNOWN_FAILURE_ATTEMPTS_MAX = 4;

  private final InboxRows rows;
  private final UnitOfWork unitOfWork;
  private final Vertx vertx;
  private final MeterRegistry metrics;
  private final Duration gapWait;
  private volatile boolean stopping;

  Inbox(
      InboxRows rows,
      UnitOfWork unitOfWork,
      Vertx vertx,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.inbox.gap-wait") Duration gapWait) {
    this.rows = rows;
    this.unitOfWork = unitOfWork;
    this.vertx = vertx;
    this.metrics = metrics;
    this.gapWait = gapWait;
  }

  /** Applies the event in the transaction that remembers it. */
  public Uni<Void> receive(
      ConsumerRecord<String, String> record, Function<IncomingEvent, Uni<Void>> apply) {
    return receive(
        record, event -> Uni.createFrom().voidItem(), (event, nothing) -> apply.apply(event));
  }

  /**
   * Prepares outside (remote calls belong here), then applies in the transaction. Both may run
   * again after a failure.
   */
  public <P> Uni<Void> receive(
      ConsumerRecord<String, String> record,
      Function<IncomingEvent, Uni<P>> prepare,
      BiFunction<IncomingEvent, P, Uni<Void>> apply) {
    return Uni.createFrom()
        .deferred(
            () ->
                stopping
                    ? Uni.createFrom().<Void>nothing()
                    : new Delivery<>(record, prepare, apply).attempt(1, 0))
        .onFailure()
        .recoverWithUni(failure -> deadLetter(record, failure));
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** One record on its way through its attempts. */
  private final class Delivery<P> {
    private final ConsumerRecord<String, String> record;
    private final Function<IncomingEvent, Uni<P>> prepare;
    private final BiFunction<IncomingEvent, P, Uni<Void>> apply;
    private final IncomingEvent event;
    private final Place place;

    Delivery(
        ConsumerRecord<String, String> record,
        Function<IncomingEvent, Uni<P>> prepare,
        BiFunction<IncomingEvent, P, Uni<Void>> apply) {
      this.record = record;
      this.prepare = prepare;
      this.apply = apply;
      this.event = EventRecords.event(record);
      this.place = EventRecords.place(record);
    }

    Uni<Void> attempt(int number, long waitedForGapMs) {
      return FreshContext.run(vertx, EventRecords.trace(record), this::once)
          .onFailure()
          .recoverWithUni(failure -> after(failure, number, waitedForGapMs));
    }

    private Uni<Void> after(Throwable failure, int number, long waitedForGapMs) {
      if (stopping) {
        return Uni.createFrom().nothing();
      }
      long pause = Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS << Math.min(number - 1, DOUBLINGS_MAX));
      if (failure instanceof Gap gap) {
        return gap.parked() || waitedForGapMs >= gapWait.toMillis()
            ? Uni.createFrom().failure(gap)
            : again(number, pause, waitedForGapMs + pause);
      }
      return switch (Passing.of(failure)) {
        case POISON -> Uni.createFrom().failure(failure);
        case TRANSIENT -> {
          LOG.warnf("%s of %s waits, attempt %d: %s", event.id(), event.topic(), number, failure);
          yield again(number, pause, waitedForGapMs);
        }
        case UNKNOWN ->
            number >= UNKNOWN_FAILURE_ATTEMPTS_MAX
                ? Uni.createFrom().failure(failure)
                : again(number, pause, waitedForGapMs);
      };
    }

    private Uni<Void> again(int number, long pauseMs, long waitedForGapMs) {
      return Uni.createFrom()
          .<Void>emitter(timer -> vertx.setTimer(pauseMs, fired -> timer.complete(null)))
          .chain(() -> attempt(number + 1, waitedForGapMs));
    }

    private Uni<Void> once() {
      return unitOfWork
          .reading(() -> rows.read(event))
          .chain(
              position ->
                  switch (position.of(place)) {
                    case APPLIED -> unitOfWork.inTransaction(this::ignore);
                    case AHEAD -> Uni.createFrom().failure(gap(position));
                    case NEXT ->
                        prepare
                            .apply(event)
                            .chain(ready -> unitOfWork.inTransaction(() -> apply(ready)));
                  });
    }

    private Uni<Void> apply(P ready) {
      return rows.remember(event)
          .chain(isNew -> isNew ? inOrder(ready) : counted("inbox.duplicates"));
    }

    private Uni<Void> inOrder(P ready) {
      return rows.lock(event)
          .chain(
              position -> {
                Relation relation = position.of(place);
                if (relation == Relation.APPLIED) {
                  return counted("inbox.stale");
                }
                if (relation == Relation.AHEAD) {
                  return Uni.createFrom().failure(gap(position));
                }
                return rows.move(event, place).chain(() -> apply.apply(event, ready));
              });
    }

    private Uni<Void> ignore() {
      return rows.remember(event)
          .chain(isNew -> counted(isNew ? "inbox.stale" : "inbox.duplicates"));
    }

    private Gap gap(Position position) {
      count("inbox.gaps", record.topic());
      return new Gap(event, position);
    }

    private Uni<Void> counted(String name) {
      count(name, record.topic());
      return Uni.createFrom().voidItem();
    }
  }

  private Uni<Void> deadLetter(ConsumerRecord<String, String> record, Throwable failure) {
    LOG.errorf(
        failure,
        "dead letter: %s-%d offset %d",
        record.topic(),
        record.partition(),
        record.offset());
    count("inbox.dead.letters", record.topic());
    return park(record)
        .onItemOrFailure()
        .transformToUni((parked, parkingFailed) -> Uni.createFrom().failure(failure));
  }

  /** A record that does not even name its place parks nothing. */
  private Uni<Void> park(ConsumerRecord<String, String> record) {
    return FreshContext.run(
        vertx,
        () -> {
          Place place = EventRecords.place(record);
          return record.key() == null
              ? Uni.createFrom().voidItem()
              : unitOfWork.inTransaction(() -> rows.park(record.topic(), record.key(), place));
        });
  }

  private void count(String name, String topic) {
    metrics.counter(name, "topic", topic).increment();
  }
}
