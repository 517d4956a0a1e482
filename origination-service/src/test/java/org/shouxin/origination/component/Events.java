package org.shouxin.origination.component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shouxin.localstack.testing.LocalStackResource;

/** Sends what other services would tell. */
final class Events {

  private Events() {}

  static void send(String topic, UUID key, String type, int version, String payload) {
    send(topic, key, type, version, UUID.randomUUID(), payload);
  }

  static void send(String topic, UUID key, String type, int version, UUID id, String payload) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), payload);
    Map.of(
            "id", id.toString(),
            "type", type,
            "aggregate-version", Integer.toString(version),
            "ordinal", "0",
            "occurred-at", Instant.parse("2030-01-01T00:00:00Z").toString())
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> config =
        Map.of("bootstrap.servers", LocalStackResource.kafkaBootstrap(), "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(record);
      producer.flush();
    }
  }
}
