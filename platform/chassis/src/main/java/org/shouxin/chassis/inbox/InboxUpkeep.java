package org.shouxin.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shows how many streams wait for a replay, and forgets event ids after their retention; an event
 * older than that is still ignored by its stream's position.
 */
@ApplicationScoped
public class InboxUpkeep {

  private static final int DELETED_AT_ONCE_MAX = 10_000;
  private static final String PARKED =
      "select count(*) from inbox_position where consumer = $1 and parked_at is not null";
  private static final String DELETE_EVENTS =
      """
      delete from inbox where ctid in
        (select ctid from inbox where received_at < $1 order by received_at limit $2)""";

  private final Pool pool;
  private final Clock clock;
  private final String consumer;
  private final Duration retention;
  private volatile long parked;

  InboxUpkeep(
      Pool pool,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.service") String consumer,
      @ConfigProperty(name = "shouxin.inbox.retention") Duration retention) {
    this.pool = pool;
    this.clock = clock;
    this.consumer = consumer;
    this.retention = retention;
    Gauge.builder("inbox.parked.streams", () -> parked).register(metrics);
  }

  @Scheduled(
      identity = "inbox-measure",
      every = "{shouxin.outbox.measure-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return pool.preparedQuery(PARKED)
        .execute(Tuple.of(consumer))
        .invoke(rows -> parked = rows.iterator().next().getLong(0))
        .replaceWithVoid();
  }

  @Scheduled(
      identity = "inbox-retention",
      every = "{shouxin.retention-every}",
      delayed = "2m",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> deleteOld() {
    OffsetDateTime before =
        OffsetDateTime.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC);
    return pool.preparedQuery(DELETE_EVENTS)
        .execute(Tuple.of(before, DELETED_AT_ONCE_MAX))
        .chain(
            deleted ->
                deleted.rowCount() == DELETED_AT_ONCE_MAX
                    ? deleteOld()
                    : Uni.createFrom().voidItem());
  }
}
