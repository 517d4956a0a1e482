package org.shouxin.chassis.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.app.Topic;
import org.shouxin.chassis.persistence.BoundedPool;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.upkeep.Upkeep;
import org.shouxin.localstack.testing.TestTokens;

/** What was told can be told again, what waits is seen, and what is old goes. */
@QuarkusTest
class OutboxUpkeepIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration BOUNDED = Duration.ofSeconds(15);

  /** What is told. */
  public record Told(int number) {}

  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject Upkeep upkeep;
  @Inject UnitOfWork unitOfWork;
  @Inject MeterRegistry metrics;
  @Inject Pool pool;
  @Inject Vertx vertx;
  @Inject BoundedPool bounded;
  @Inject Clock clock;

  private final String key = UUID.randomUUID().toString();

  @AfterEach
  void resume() {
    relay.resume();
  }

  @Test
  void aReplayFromATimeTellsAgainInOrder() {
    Instant before = clock.instant().minusSeconds(1);
    tell(3);
    await().atMost(SOON).until(() -> told().size() == 3);
    Response answer = replay("admin", "{\"from\":\"" + before + "\"}");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Integer>path("events")).isGreaterThanOrEqualTo(3);
    await().atMost(SOON).until(() -> told().size() == 6);
    assertThat(told()).containsExactly("1", "2", "3", "1", "2", "3");
  }

  @Test
  void aReplayFromASequenceNumberTellsTheRest() {
    tell(3);
    await().atMost(SOON).until(() -> told().size() == 3);
    String second =
        Rows.column("select seq from outbox where key = '" + key + "' order by seq").get(1);
    assertThat(replay("admin", "{\"fromSeq\":" + second + "}").statusCode()).isEqualTo(200);
    await().atMost(SOON).until(() -> told().size() == 5);
    assertThat(told()).containsExactly("1", "2", "3", "2", "3");
  }

  @Test
  void onlyAnAdminReplaysAndOnlyFromOnePlace() {
    assertThat(replay("officer", "{\"fromSeq\":1}").statusCode()).isEqualTo(403);
    assertThat(replay("admin", "{}").statusCode()).isEqualTo(400);
    Response both = replay("admin", "{\"fromSeq\":1,\"from\":\"2026-01-01T00:00:00Z\"}");
    assertThat(both.path("errors[0].rule").toString()).isEqualTo("ONE_OF");
    assertThat(replay("admin", "").statusCode()).isEqualTo(400);
  }

  @Test
  void whatWaitsIsMeasured() {
    relay.pause();
    tell(2);
    Rows.update(
        "update outbox set occurred_at = occurred_at - interval '1 hour' where key = '"
            + key
            + "'");
    upkeep.measure().await().atMost(SOON);
    assertThat(metrics.get("outbox.pending").gauge().value()).isGreaterThanOrEqualTo(2);
    assertThat(metrics.get("outbox.oldest.age").gauge().value()).isGreaterThanOrEqualTo(3_600);
    relay.resume();
    await().atMost(SOON).until(() -> told().size() == 2);
    upkeep.measure().await().atMost(SOON);
    assertThat(metrics.get("outbox.pending").gauge().value()).isZero();
    assertThat(metrics.get("outbox.oldest.age").gauge().value()).isZero();
  }

  @Test
  void onlyWhatWasToldLongAgoIsLetGo() {
    tell(2);
    await().atMost(SOON).until(() -> told().size() == 2);
    Rows.update(
        "update outbox set published_at = published_at - interval '8 days'"
            + " where aggregate_version = 1 and key = '"
            + key
            + "'");
    upkeep.deleteOld().await().atMost(SOON);
    assertThat(Rows.column("select aggregate_version from outbox where key = '" + key + "'"))
        .containsExactly("2");
  }

  @Test
  void aNotificationReachesTheRelaysOfOtherProcesses() {
    OutboxNotifications other = new OutboxNotifications(vertx, pool, bounded);
    AtomicInteger heard = new AtomicInteger();
    other.listen(heard::incrementAndGet);
    try {
      await()
          .atMost(SOON)
          .until(
              () -> {
                other.send();
                return heard.get() > 0;
              });
    } finally {
      other.close();
    }
  }

  @Test
  void withoutABrokerAPassEndsInTimeAndMarksNothing() {
    relay.pause();
    tell(1);
    try (KafkaProducer<String, String> nowhere =
        OutboxRelay.newProducer("127.0.0.1:1", "nowhere")) {
      Instant start = clock.instant();
      assertThatThrownBy(() -> new ShardRelay(pool, nowhere, clock).pass(Outbox.shard(key)));
      assertThat(Duration.between(start, clock.instant())).isLessThan(BOUNDED);
    }
    assertThat(Rows.count("outbox where published_at is null and key = '" + key + "'")).isOne();
    relay.resume();
    await().atMost(SOON).until(() -> told().size() == 1);
  }

  private void tell(int events) {
    for (int i = 1; i <= events; i++) {
      OutgoingEvent event = new OutgoingEvent("test.hot", key, "test.told.v1", new Told(i));
      unitOfWork.inTransaction(() -> outbox.append(event)).await().atMost(SOON);
    }
  }

  private List<String> told() {
    return Topic.read("test.hot", key).stream()
        .map(record -> Topic.text(record, "aggregate-version"))
        .toList();
  }

  private static Response replay(String role, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token("somebody", role))
        .contentType("application/json")
        .body(body)
        .post("/v1/admin/outbox/replay");
  }
}
