package org.shouxin.risk.component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shouxin.localstack.testing.LocalStackResource;

/** Plays the other services on the topics, and listens to what risk tells. */
final class Topics implements AutoCloseable {

  private static final String OCCURRED = "2026-06-01T02:03:04Z";

  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", LocalStackResource.kafkaBootstrap(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  /** Sends the next event of a stream; returns its record, to be sent again by {@link #send}. */
  ProducerRecord<String, String> tell(String topic, String key, String type, String payload) {
    long version = versions.merge(topic + key, 1L, Long::sum);
    ProducerRecord<String, String> event = event(topic, key, type, version, payload);
    send(event);
    return event;
  }

  ProducerRecord<String, String> event(
      String topic, String key, String type, long version, String payload) {
    ProducerRecord<String, String> event = new ProducerRecord<>(topic, key, payload);
    Map.of(
            "id",
            UUID.randomUUID().toString(),
            "type",
            type,
            "aggregate-version",
            Long.toString(version),
            "ordinal",
            "0",
            "ordinals",
            "1",
            "occurred-at",
            OCCURRED)
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }

  void send(ProducerRecord<String, String> event) {
    producer.send(
        new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers()));
    producer.flush();
  }

  static String id(ProducerRecord<String, String> event) {
    return new String(event.headers().lastHeader("id").value(), StandardCharsets.UTF_8);
  }

  /** Everything on a topic for a key, from the beginning. */
  static List<ConsumerRecord<String, String>> read(String topic, String key) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalStackResource.kafkaBootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::valueOf).sum();
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      long seen = 0;
      while (seen < end) {
        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
          seen++;
          if (key.equals(event.key())) {
            found.add(event);
          }
        }
      }
      return found;
    }
  }

  static String type(ConsumerRecord<String, String> event) {
    return new String(event.headers().lastHeader("type").value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
