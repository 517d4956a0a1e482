package org.shouxin.chassis.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shown at {@code /q/health/group/dependencies} and no part of readiness: when a shared database
 * goes away, taking every pod out of service would turn clear 503 answers into refused connections.
 */
@ApplicationScoped
@HealthGroup(DependencyGroup.NAME)
public class DatabaseHealth implements AsyncHealthCheck {

  private static final String CHECK = "database";
  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  private final Pool pool;

  DatabaseHealth(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query("select 1")
        .execute()
        .ifNoItem()
        .after(TIME_LIMIT)
        .fail()
        .map(rows -> HealthCheckResponse.up(CHECK))
        .onFailure()
        .recoverWithItem(() -> HealthCheckResponse.down(CHECK));
  }
}
