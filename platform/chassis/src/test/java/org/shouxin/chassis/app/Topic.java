package org.shouxin.chassis.app;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.shouxin.localstack.testing.LocalStackResource;

/** The topics seen by an outsider: sends events of any kind, reads what is there. */
public final class Topic {

  private static final String THING = "test.thing";
  private static final String DEAD_LETTERS = "test.thing.dead-letter.risk";
  private static final int PARTITIONS = 4;
  private static final Duration SOON = Duration.ofSeconds(20);

  private Topic() {}

  /**
   * Sends an event.
   *
   * @param ordinals how many the version has, 0 to leave the header out
   */
  public static void send(
      String key, UUID id, long version, int ordinal, int ordinals, String payload) {
    send(record(key, id, version, ordinal, ordinals, payload));
  }

  /** Sends the first event of a key, told in a trace. */
  public static void sendTraced(String key, UUID id, String traceparent, String payload) {
    ProducerRecord<String, String> record = record(key, id, 1, 0, 1, payload);
    header(record, "traceparent", traceparent);
    send(record);
  }

  private static ProducerRecord<String, String> record(
      String key, UUID id, long version, int ordinal, int ordinals, String payload) {
    ProducerRecord<String, String> record = new ProducerRecord<>(THING, key, payload);
    header(record, "id", id);
    header(record, "type", "test.thing.changed.v1");
    header(record, "aggregate-version", version);
    header(record, "ordinal", ordinal);
    header(record, "occurred-at", "2026-01-01T00:00:00Z");
    if (ordinals > 0) {
      header(record, "ordinals", ordinals);
    }
    return record;
  }

  public static void sendRaw(String key, String payload) {
    sendRaw(THING, key, payload);
  }

  public static void sendRaw(String topic, String key, String payload) {
    send(new ProducerRecord<>(topic, key, payload));
  }

  /** Another key whose records come after those of the first. */
  public static String keyOnTheSamePartition(String key) {
    return Stream.generate(() -> UUID.randomUUID().toString())
        .filter(other -> partition(other) == partition(key))
        .findFirst()
        .orElseThrow();
  }

  /** Ids of the dead letters of a key, once there are as many. */
  public static List<UUID> deadLetters(String key, int count) {
    return await()
        .atMost(SOON)
        .until(() -> read(DEAD_LETTERS, key), letters -> letters.size() >= count)
        .stream()
        .filter(letter -> letter.headers().lastHeader("id") != null)
        .map(letter -> UUID.fromString(text(letter, "id")))
        .toList();
  }

  public static ConsumerRecord<String, String> deadLetter(String key) {
    return await()
        .atMost(SOON)
        .until(() -> read(DEAD_LETTERS, key), letters -> !letters.isEmpty())
        .get(0);
  }

  /** All records of a key, in the order of their partition; of every key for null. */
  public static List<ConsumerRecord<String, String>> read(String topic, String key) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (key == null || key.equals(record.key())) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  public static String text(ConsumerRecord<String, String> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static int partition(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % PARTITIONS;
  }

  private static void send(ProducerRecord<String, String> record) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void header(ProducerRecord<String, String> record, String name, Object value) {
    record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
  }
}
