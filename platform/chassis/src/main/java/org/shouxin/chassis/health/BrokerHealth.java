package org.shouxin.chassis.health;

import io.smallrye.health.api.HealthGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the broker answers; no part of readiness, as {@link DatabaseHealth}. */
@ApplicationScoped
@HealthGroup(DependencyGroup.NAME)
public class BrokerHealth implements HealthCheck {

  private static final String CHECK = "broker";
  private static final int TIME_LIMIT_MS = 2_000;

  private final String brokers;
  private Admin admin;

  BrokerHealth(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.brokers = brokers;
  }

  @Override
  public synchronized HealthCheckResponse call() {
    try {
      if (admin == null) {
        admin =
            Admin.create(
                Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIME_LIMIT_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIME_LIMIT_MS));
      }
      admin.describeCluster().nodes().get(TIME_LIMIT_MS, TimeUnit.MILLISECONDS);
      return HealthCheckResponse.up(CHECK);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return HealthCheckResponse.down(CHECK);
    } catch (ExecutionException | TimeoutException away) {
      return HealthCheckResponse.down(CHECK);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
