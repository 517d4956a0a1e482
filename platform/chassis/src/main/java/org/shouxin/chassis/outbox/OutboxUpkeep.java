package org.shouxin.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Measures what waits in the outbox, and lets go what was sent long ago. */
@ApplicationScoped
public class OutboxUpkeep {

  private static final int DELETED_AT_ONCE_MAX = 10_000;
  private static final String WAITING =
      "select count(*), min(occurred_at) from outbox where published_at is null";
  private static final String DELETE =
      """
      delete from outbox where id in
        (select id from outbox where published_at < $1 order by published_at limit $2)""";

  private final Pool pool;
  private final Clock clock;
  private final Duration retention;
  private volatile long pending;
  private volatile long oldestAgeSeconds;

  OutboxUpkeep(
      Pool pool,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.outbox.retention") Duration retention) {
    this.pool = pool;
    this.clock = clock;
    this.retention = retention;
    Gauge.builder("outbox.pending", () -> pending).register(metrics);
    Gauge.builder("outbox.oldest.age", () -> oldestAgeSeconds)
        .baseUnit("seconds")
        .register(metrics);
  }

  @Scheduled(
      identity = "outbox-measure",
      every = "{shouxin.outbox.measure-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return pool.query(WAITING)
        .execute()
        .invoke(rows -> remember(rows.iterator().next()))
        .replaceWithVoid();
  }

  /** Sent rows stay for the retention, so that a broker that lost its data can be filled again. */
  @Scheduled(
      identity = "outbox-retention",
      every = "{shouxin.retention-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> deleteOld() {
    OffsetDateTime before =
        OffsetDateTime.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC);
    return pool.preparedQuery(DELETE)
        .execute(Tuple.of(before, DELETED_AT_ONCE_MAX))
        .chain(
            deleted ->
                deleted.rowCount() == DELETED_AT_ONCE_MAX
                    ? deleteOld()
                    : Uni.createFrom().voidItem());
  }

  private void remember(Row row) {
    pending = row.getLong(0);
    OffsetDateTime oldest = row.getOffsetDateTime(1);
    oldestAgeSeconds =
        oldest == null ? 0 : Duration.between(oldest.toInstant(), clock.instant()).toSeconds();
  }
}
