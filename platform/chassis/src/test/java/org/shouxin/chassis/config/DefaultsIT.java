package org.shouxin.chassis.config;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defaults that must be changed are changed in a service that sets nothing itself. */
@QuarkusTest
class DefaultsIT {

  @Inject Config config;
  @Inject Pool pool;

  @ParameterizedTest
  @CsvSource({
    "mp.messaging.connector.smallrye-kafka.failure-strategy,                     dead-letter-queue",
    "mp.messaging.connector.smallrye-kafka.auto.offset.reset,                    earliest",
    "mp.messaging.connector.smallrye-kafka.commit-strategy,                      throttled",
    "mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms, 0",
    "mp.messaging.connector.smallrye-kafka.group.id,                             risk",
    "mp.messaging.connector.smallrye-kafka.retry-attempts,                       20",
    "mp.messaging.connector.smallrye-kafka.dead-letter-queue.delivery.timeout.ms, 3600000",
    "mp.messaging.incoming.test-thing.topic,                                     test.thing",
    "mp.messaging.incoming.test-thing.dead-letter-queue.topic,        test.thing.dead-letter.risk",
    "quarkus.oidc.token.forced-jwk-refresh-interval,                             30S",
    "quarkus.oidc.token.signature-algorithm,                                     PS256",
    "quarkus.oidc.token.audience,                                                shouxin-api",
    "quarkus.http.auth.proactive,                                                false",
    "quarkus.http.limits.max-body-size,                                          1M",
    "quarkus.http.limits.max-header-size,                                        16K",
    "quarkus.hibernate-orm.blocking,                                             false",
    "quarkus.hibernate-orm.schema-management.strategy,                           validate",
    "quarkus.flyway.locations,                                        'db/chassis,db/migration'",
    "quarkus.datasource.reactive.max-size,                                       12",
    "quarkus.datasource.reactive.cache-prepared-statements,                      true",
    "quarkus.messaging.health.enabled,                                           false",
    "quarkus.datasource.health.enabled,                                          false",
    "quarkus.shutdown.timeout,                                                   20S",
    "quarkus.shutdown.delay-enabled,                                             true",
    "quarkus.rest-client.connect-timeout,                                        3000",
    "quarkus.rest-client.read-timeout,                                           3000",
    "shouxin.unit-of-work.time-limit,                                            5S",
    "shouxin.outbox.retention,                                                   7D",
  })
  void configured(String key, String value) {
    assertThat(config.getValue(key, String.class)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "statement_timeout,                   4s",
    "lock_timeout,                        3s",
    "idle_in_transaction_session_timeout, 10s",
    "tcp_user_timeout,                    10000"
  })
  void everySessionIsBounded(String setting, String value) {
    assertThat(
            pool.query("show " + setting)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getString(0))
        .isEqualTo(value);
  }

  @Test
  void livenessAndReadinessSpeakOfTheProcessOnly() {
    assertThat(get("/q/health/live").asString()).doesNotContain("database", "broker", "onnection");
    String ready = get("/q/health/ready").asString();
    assertThat(ready).doesNotContain("database", "broker", "onnection", "messaging", "Kafka");
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSharedIsShownInItsOwnGroup() {
    assertThat(get("/q/health/group/dependencies").path("checks.name").toString())
        .contains("database", "broker");
    assertThat(get("/q/health/group/dependencies").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAndTheApiAreShown() {
    assertThat(get("/q/metrics").asString()).contains("outbox_pending", "inbox_parked_streams");
    assertThat(get("/q/openapi?format=json").path("openapi").toString()).startsWith("3.0");
    assertThat(get("/q/openapi?format=json").path("paths").toString())
        .contains("/v1/admin/outbox/replay");
  }
}
