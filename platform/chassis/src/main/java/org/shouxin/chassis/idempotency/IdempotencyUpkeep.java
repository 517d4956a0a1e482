package org.shouxin.chassis.idempotency;

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

/** Forgets keys after their retention; a caller who repeats later than that starts anew. */
@ApplicationScoped
public class IdempotencyUpkeep {

  private static final int DELETED_AT_ONCE_MAX = 10_000;
  private static final String DELETE =
      """
      delete from idempotency_record where ctid in
        (select ctid from idempotency_record where created_at < $1 order by created_at limit $2)""";

  private final Pool pool;
  private final Clock clock;
  private final Duration retention;

  IdempotencyUpkeep(
      Pool pool,
      Clock clock,
      @ConfigProperty(name = "shouxin.idempotency.retention") Duration retention) {
    this.pool = pool;
    this.clock = clock;
    this.retention = retention;
  }

  @Scheduled(
      identity = "idempotency-retention",
      every = "{shouxin.retention-every}",
      delayed = "3m",
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
}
