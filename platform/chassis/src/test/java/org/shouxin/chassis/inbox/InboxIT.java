package org.shouxin.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.app.ThingConsumer;
import org.shouxin.chassis.app.Topic;

/** Every event has its effect once and in order, whatever the topic brings. */
@QuarkusTest
class InboxIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String FINE = "{\"fail\":\"no\",\"times\":0}";

  @Inject ThingConsumer consumer;
  @Inject MeterRegistry metrics;

  private final String key = UUID.randomUUID().toString();

  @Test
  void everyEventDeliveredTwiceHasOneEffect() {
    double before = metrics.counter("inbox.duplicates", "topic", "test.thing").count();
    List<UUID> ids = IntStream.rangeClosed(1, 20).mapToObj(i -> UUID.randomUUID()).toList();
    for (int round = 0; round < 2; round++) {
      for (int version = 1; version <= 20; version++) {
        Topic.send(key, ids.get(version - 1), version, 0, 1, FINE);
        Topic.send(key, ids.get(version - 1), version, 0, 1, FINE);
      }
    }
    sentinel();
    assertThat(applied()).isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(v -> v + ".0").toList());
    assertThat(metrics.counter("inbox.duplicates", "topic", "test.thing").count() - before)
        .isEqualTo(60);
  }

  @Test
  void aLateEventUnderANewIdIsIgnored() {
    Topic.send(key, UUID.randomUUID(), 1, 0, 1, FINE);
    Topic.send(key, UUID.randomUUID(), 2, 0, 1, FINE);
    Topic.send(key, UUID.randomUUID(), 1, 0, 1, FINE);
    sentinel();
    assertThat(applied()).containsExactly("1.0", "2.0");
  }

  @Test
  void eventsOfOneVersionComeInTheirOrder() {
    Topic.send(key, UUID.randomUUID(), 1, 0, 3, FINE);
    Topic.send(key, UUID.randomUUID(), 1, 1, 3, FINE);
    Topic.send(key, UUID.randomUUID(), 1, 2, 3, FINE);
    Topic.send(key, UUID.randomUUID(), 2, 0, 0, FINE);
    sentinel();
    assertThat(applied()).containsExactly("1.0", "1.1", "1.2", "2.0");
  }

  @Test
  void aGapGoesToTheDeadLettersAndAReplayHealsIt() {
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    Topic.send(key, UUID.randomUUID(), 1, 0, 2, FINE);
    Topic.send(key, second, 2, 0, 1, FINE);
    Topic.send(key, third, 3, 0, 1, FINE);
    sentinel();
    assertThat(applied()).containsExactly("1.0");
    assertThat(Topic.deadLetters(key, 2)).containsExactly(second, third);
    assertThat(parked()).isOne();

    Topic.send(key, UUID.randomUUID(), 1, 1, 2, FINE);
    Topic.send(key, second, 2, 0, 1, FINE);
    Topic.send(key, third, 3, 0, 1, FINE);
    sentinel();
    assertThat(applied()).containsExactly("1.0", "1.1", "2.0", "3.0");
    assertThat(parked()).isZero();
  }

  @Test
  void poisonGoesToTheDeadLettersAndTheOthersGoOn() {
    UUID notJson = UUID.randomUUID();
    Topic.send(key, notJson, 1, 0, 1, "{");
    Topic.sendRaw(key, "{}");
    Topic.sendRaw(null, "{}");
    String other = UUID.randomUUID().toString();
    Topic.send(other, UUID.randomUUID(), 1, 0, 1, FINE);
    await().atMost(SOON).until(() -> Rows.count("effect where key = '" + other + "'") == 1);
    assertThat(Topic.deadLetters(key, 2)).contains(notJson);
    assertThat(applied()).isEmpty();
    Topic.send(key, notJson, 1, 0, 1, FINE);
    sentinel();
    assertThat(applied()).containsExactly("1.0");
  }

  @Test
  void aRefusalOfTheHandlerIsPoisonAndLeavesNothingHalfWritten() {
    UUID refused = UUID.randomUUID();
    Topic.send(key, refused, 1, 0, 1, "{\"fail\":\"rule\",\"times\":99}");
    assertThat(Topic.deadLetters(key, 1)).containsExactly(refused);
    assertThat(consumer.attempts(refused.toString())).isOne();
    assertThat(applied()).isEmpty();
    assertThat(Rows.count("inbox where event_id = '" + refused + "'")).isZero();
  }

  @Test
  void aPassingFailureIsTriedUntilItWorks() {
    UUID unlucky = UUID.randomUUID();
    Topic.send(key, unlucky, 1, 0, 1, "{\"fail\":\"unavailable\",\"times\":6}");
    await().atMost(SOON).until(() -> applied().equals(List.of("1.0")));
    assertThat(consumer.attempts(unlucky.toString())).isEqualTo(7);
  }

  @Test
  void aDefectIsTriedAFewTimes() {
    UUID defective = UUID.randomUUID();
    Topic.send(key, defective, 1, 0, 1, "{\"fail\":\"defect\",\"times\":99}");
    assertThat(Topic.deadLetters(key, 1)).containsExactly(defective);
    assertThat(consumer.attempts(defective.toString())).isEqualTo(4);
    assertThat(applied()).isEmpty();
  }

  @Test
  void theEffectBelongsToTheTraceOfItsCause() {
    UUID id = UUID.randomUUID();
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Topic.sendTraced(key, id, "00-" + trace + "-00f067aa0ba902b7-00", FINE);
    await().atMost(SOON).until(() -> applied().equals(List.of("1.0")));
    assertThat(consumer.trace(id.toString())).isEqualTo(trace);
  }

  @Test
  void aDeadLetterSaysWhy() {
    Topic.send(key, UUID.randomUUID(), 7, 0, 1, FINE);
    ConsumerRecord<String, String> letter = Topic.deadLetter(key);
    assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value()))
        .contains("gap: version 7.0 came after 0.0");
  }

  /** Waits until all sent so far on the key's partition was dealt with. */
  private void sentinel() {
    String sentinel = Topic.keyOnTheSamePartition(key);
    Topic.send(sentinel, UUID.randomUUID(), 1, 0, 1, FINE);
    await().atMost(SOON).until(() -> Rows.count("effect where key = '" + sentinel + "'") == 1);
  }

  private List<String> applied() {
    return Rows.column(
        "select version || '.' || ordinal from effect where key = '" + key + "' order by id");
  }

  private long parked() {
    return Rows.count("inbox_position where key = '" + key + "' and parked_at is not null");
  }
}
