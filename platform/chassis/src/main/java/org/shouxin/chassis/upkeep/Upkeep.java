package org.shouxin.chassis.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Measures what waits in the outbox and which streams of the inbox wait for a replay, and lets go
 * of rows after their retention:
 *
 * <ul>
 *   <li>events sent, kept so that a broker that lost its data can be filled again;
 *   <li>ids of events received; an event older than that is still ignored by its stream's position;
 *   <li>idempotency keys; a caller who repeats later than that starts anew.
 * </ul>
 */
@ApplicationScoped
public class Upkeep {

  private static final int DELETED_AT_ONCE_MAX = 10_000;
  private static final String WAITING =
      """
      select count(*), min(occurred_at),
        (select count(*) from inbox_position where consumer = $1 and parked_at is not null)
      from outbox where published_at is null""";

  private final Pool pool;
  private final Clock clock;
  private final String consumer;
  private final List<Kept> kept;
  private volatile long pending;
  private volatile long oldestAgeSeconds;
  private volatile long parked;

  Upkeep(
      Pool pool,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.service") String consumer,
      @ConfigProperty(name = "shouxin.outbox.retention") Duration sent,
      @ConfigProperty(name = "shouxin.inbox.retention") Duration received,
      @ConfigProperty(name = "shouxin.idempotency.retention") Duration keys) {
    this.pool = pool;
    this.clock = clock;
    this.consumer = consumer;
    this.kept =
        List.of(
            new Kept("outbox", "published_at", sent),
            new Kept("inbox", "received_at", received),
            new Kept("idempotency_record", "created_at", keys));
    Gauge.builder("outbox.pending", () -> pending).register(metrics);
    Gauge.builder("outbox.oldest.age", () -> oldestAgeSeconds)
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("inbox.parked.streams", () -> parked).register(metrics);
  }

  /** Rows of a table that are let go when the instant in a column is older than the retention. */
  private record Kept(String table, String since, Duration retention) {
    String delete() {
      return """
      delete from %1$s where ctid in
        (select ctid from %1$s where %2$s < $1 order by %2$s limit $2)"""
          .formatted(table, since);
    }
  }

  @Scheduled(
      identity = "upkeep-measure",
      every = "{shouxin.outbox.measure-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public Uni<Void> measure() {
    return pool.preparedQuery(WAITING)
        .execute(Tuple.of(consumer))
        .invoke(rows -> remember(rows.iterator().next()))
        .replaceWithVoid();
  }

  @Scheduled(
      identity = "upkeep-retention",
      every = "{shouxin.retention-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  public Uni<Void> deleteOld() {
    return Multi.createFrom()
        .iterable(kept)
        .onItem()
        .transformToUniAndConcatenate(this::deleteOld)
        .collect()
        .last();
  }

  private Uni<Void> deleteOld(Kept rows) {
    OffsetDateTime before =
        OffsetDateTime.ofInstant(clock.instant().minus(rows.retention()), ZoneOffset.UTC);
    return pool.preparedQuery(rows.delete())
        .execute(Tuple.of(before, DELETED_AT_ONCE_MAX))
        .chain(
            deleted ->
                deleted.rowCount() == DELETED_AT_ONCE_MAX
                    ? deleteOld(rows)
                    : Uni.createFrom().voidItem());
  }

  private void remember(Row row) {
    pending = row.getLong(0);
    OffsetDateTime oldest = row.getOffsetDateTime(1);
    oldestAgeSeconds =
        oldest == null ? 0 : Duration.between(oldest.toInstant(), clock.instant()).toSeconds();
    parked = row.getLong(2);
  }
}
