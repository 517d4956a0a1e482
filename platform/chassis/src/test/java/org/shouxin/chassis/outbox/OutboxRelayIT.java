package org.shouxin.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.app.Topic;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.localstack.testing.LocalStackResource;

/** Four relays, three hot keys, one relay killed on the way: nothing lost, order kept per key. */
@QuarkusTest
class OutboxRelayIT {

  private static final int RELAYS = 4;
  private static final int KEYS = 3;
  private static final int WRITERS = 6;
  private static final int EVENTS_PER_WRITER = 150;
  private static final int SENDS_OF_THE_KILLED = 5;
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What is told. */
  public record Told(int writer, int number) {}

  @Inject Pool pool;
  @Inject Clock clock;
  @Inject Outbox outbox;
  @Inject OutboxRelay own;
  @Inject UnitOfWork unitOfWork;

  @AfterEach
  void resume() {
    own.resume();
  }

  @Test
  void fourRelaysKeepTheOrderOfHotKeysThoughOneIsKilled() {
    own.pause();
    List<String> keys = IntStream.range(0, KEYS).mapToObj(k -> "hot-" + UUID.randomUUID()).toList();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(RELAYS + WRITERS);
    try {
      List<CompletableFuture<Void>> relays =
          IntStream.range(0, RELAYS)
              .mapToObj(r -> CompletableFuture.runAsync(() -> relay(r == 0, done), threads))
              .toList();
      List<CompletableFuture<Void>> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(w -> CompletableFuture.runAsync(() -> write(w, keys), threads))
              .toList();
      writers.forEach(CompletableFuture::join);
      await().atMost(SOON).until(() -> Rows.count(pending(keys)) == 0);
      done.set(true);
      relays.forEach(CompletableFuture::join);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    for (String key : keys) {
      List<Long> written = versions(key);
      assertThat(written)
          .isEqualTo(
              IntStream.rangeClosed(1, WRITERS * EVENTS_PER_WRITER / KEYS)
                  .mapToObj(Long::valueOf)
                  .toList());
      assertThat(firstSeen(key)).as("order of first delivery of " + key).isEqualTo(written);
    }
  }

  @Test
  void anEventCarriesItsPlaceAndGoesOutAfterItsCommit() {
    String key = UUID.randomUUID().toString();
    unitOfWork
        .inTransaction(
            () ->
                outbox.append(
                    new OutgoingEvent("test.hot", key, "test.a.v1", new Told(1, 1)),
                    new OutgoingEvent("test.hot", key, "test.b.v1", new Told(1, 2))))
        .await()
        .atMost(SOON);
    await().atMost(SOON).until(() -> Topic.read("test.hot", key).size() == 2);
    ConsumerRecord<String, String> second = Topic.read("test.hot", key).get(1);
    assertThat(second.value()).isEqualTo("{\"writer\":1,\"number\":2}");
    assertThat(Topic.text(second, "type")).isEqualTo("test.b.v1");
    assertThat(Topic.text(second, "aggregate-version")).isEqualTo("1");
    assertThat(Topic.text(second, "ordinal")).isEqualTo("1");
    assertThat(Topic.text(second, "ordinals")).isEqualTo("2");
    assertThat(UUID.fromString(Topic.text(second, "id")).version()).isEqualTo(7);
    assertThat(Instant.parse(Topic.text(second, "occurred-at"))).isBeforeOrEqualTo(clock.instant());
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    String key = UUID.randomUUID().toString();
    Uni<Void> failing =
        unitOfWork.inTransaction(
            () ->
                outbox
                    .append(new OutgoingEvent("test.hot", key, "test.a.v1", new Told(1, 1)))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
    assertThat(failing.onFailure().recoverWithNull().await().atMost(SOON)).isNull();
    assertThat(Rows.count("outbox where key = '" + key + "'")).isZero();
    assertThat(Rows.count("outbox_stream where key = '" + key + "'")).isZero();
  }

  private void write(int writer, List<String> keys) {
    for (int i = 0; i < EVENTS_PER_WRITER; i++) {
      OutgoingEvent event =
          new OutgoingEvent(
              "test.hot", keys.get(i % keys.size()), "test.told.v1", new Told(writer, i));
      unitOfWork.inTransaction(() -> outbox.append(event)).await().atMost(SOON);
    }
  }

  private void relay(boolean killed, AtomicBoolean done) {
    try (KafkaProducer<String, String> producer =
        OutboxRelay.newProducer(LocalStackResource.kafkaBootstrap(), "relay")) {
      ShardRelay relay = new ShardRelay(pool, killed ? dying(producer) : producer, clock);
      while (!done.get()) {
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
          relay.pass(shard);
        }
      }
      assertThat(killed).as("the victim outlived the test").isFalse();
    } catch (Killed asPlanned) {
      assertThat(killed).isTrue();
    } catch (InterruptedException | NotSent end) {
      throw new IllegalStateException(end);
    }
  }

  /** Dies in the middle of a batch: what it sent is out, nothing is marked. */
  @SuppressWarnings("unchecked")
  private static Producer<String, String> dying(Producer<String, String> producer) {
    AtomicInteger sends = new AtomicInteger();
    return (Producer<String, String>)
        Proxy.newProxyInstance(
            OutboxRelayIT.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("send")
                  && sends.incrementAndGet() > SENDS_OF_THE_KILLED) {
                throw new Killed();
              }
              return method.invoke(producer, arguments);
            });
  }

  private static final class Killed extends Error {}

  private static String pending(List<String> keys) {
    return "outbox where published_at is null and key in ('" + String.join("','", keys) + "')";
  }

  private static List<Long> versions(String key) {
    return Rows.column(
            "select aggregate_version from outbox where key = '" + key + "' order by seq")
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  /** Versions on the topic, doubles left out: a killed relay's batch is sent again as a whole. */
  private static List<Long> firstSeen(String key) {
    List<Long> seen = new ArrayList<>();
    for (ConsumerRecord<String, String> record : Topic.read("test.hot", key)) {
      long version = Long.parseLong(Topic.text(record, "aggregate-version"));
      if (!seen.contains(version)) {
        seen.add(version);
      }
    }
    return seen;
  }
}
