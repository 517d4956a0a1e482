package org.shouxin.servicing.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
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

/** Writes and reads the topics as another service would. */
public final class Topics {

  private static final Duration POLL = Duration.ofMillis(200);

  private Topics() {}

  /** An event as a consumer sees it. */
  public record Seen(String key, String type, JsonNode payload, long version) {}

  /** The first event of its key. */
  public static void send(String topic, String key, UUID id, String type, String json) {
    send(topic, key, id, type, 1, json);
  }

  public static void send(
      String topic, String key, UUID id, String type, long version, String json) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, json);
    Map.of(
            "id",
            id.toString(),
            "type",
            type,
            "aggregate-version",
            Long.toString(version),
            "ordinal",
            "0",
            "ordinals",
            "1",
            "occurred-at",
            Instant.EPOCH.toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Properties config = new Properties();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Everything with this key that the topic holds now, oldest first. */
  public static List<Seen> read(String topic, String key) {
    Properties config = new Properties();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Seen> seen = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(record -> add(seen, key, record));
      }
      return seen;
    }
  }

  private static void add(List<Seen> seen, String key, ConsumerRecord<String, String> record) {
    if (!key.equals(record.key())) {
      return;
    }
    try {
      seen.add(
          new Seen(
              record.key(),
              header(record, "type"),
              Json.tolerant().readTree(record.value()),
              Long.parseLong(header(record, "aggregate-version"))));
    } catch (JsonProcessingException notJson) {
      seen.add(new Seen(record.key(), header(record, "type"), null, 0));
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
