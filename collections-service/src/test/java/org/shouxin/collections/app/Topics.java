package org.shouxin.collections.app;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shouxin.chassis.json.Json;
import org.shouxin.localstack.testing.LocalStackResource;

/** The topics seen by an outsider: sends events as the other services do, reads what is there. */
public final class Topics {
  public static final String LOAN = "servicing.loan";
  public static final String DAY = "servicing.day";
  public static final String BORROWER = "origination.borrower";
  public static final String CASE = "collections.case";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Map<String, Long> VERSIONS = new ConcurrentHashMap<>();
  private static final KafkaProducer<String, String> PRODUCER =
      new KafkaProducer<>(
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap()),
          new StringSerializer(),
          new StringSerializer());

  private Topics() {}

  /** An event as it goes over the wire. */
  public record Event(String topic, String key, UUID id, String type, long version, String json) {}

  /** The next event of a stream. */
  public static Event next(String topic, String key, String type, Object payload) {
    long version = VERSIONS.merge(topic + " " + key, 1L, Long::sum);
    return new Event(topic, key, UUID.randomUUID(), type, version, json(payload));
  }

  public static Event send(String topic, String key, String type, Object payload) {
    Event event = next(topic, key, type, payload);
    send(event);
    return event;
  }

  public static void send(Event event) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(event.topic(), event.key(), event.json());
    header(message, "id", event.id());
    header(message, "type", event.type());
    header(message, "aggregate-version", event.version());
    header(message, "ordinal", 0);
    header(message, "occurred-at", "2026-03-02T01:00:00Z");
    try {
      PRODUCER.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Types of the events about a key, once there are as many. */
  public static List<String> types(String topic, String key, int count) {
    return read(topic, key, count).stream().map(r -> text(r, "type")).toList();
  }

  /** The payload of the only event of that type about a key. */
  public static JsonNode payload(String topic, String key, String type) {
    ConsumerRecord<String, String> found =
        await()
            .atMost(SOON)
            .until(
                () -> read(topic, key).stream().filter(r -> text(r, "type").equals(type)).toList(),
                all -> all.size() == 1)
            .get(0);
    try {
      return Json.tolerant().readTree(found.value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The records of a key, once there are as many. */
  public static List<ConsumerRecord<String, String>> read(String topic, String key, int count) {
    return await().atMost(SOON).until(() -> read(topic, key), all -> all.size() >= count);
  }

  /** All records of a key now; of every key for null. */
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
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
          if (key == null || key.equals(message.key())) {
            found.add(message);
          }
        }
      }
      return found;
    }
  }

  private static String text(ConsumerRecord<String, String> message, String header) {
    return new String(message.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static String json(Object payload) {
    try {
      return payload instanceof String raw ? raw : Json.strict().writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void header(ProducerRecord<String, String> message, String name, Object value) {
    message.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
  }
}
