package org.shouxin.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.localstack.Ports;

class BrokerIT {
  private static final String TOPIC = "servicing.loan";
  private static final int RECORDS = 500;

  @TempDir Path directory;

  @Test
  void createsTheConfiguredTopicsAndLosesNoAcknowledgedRecordWhenKilled() throws Exception {
    int port = Ports.free();
    int controllerPort = Ports.free();
    Process broker = startProcess(port, controllerPort);
    try {
      awaitTopics(port);
      assertThat(partitions(port)).containsAllEntriesOf(Topics.configured());
      send(port);
    } finally {
      broker.destroyForcibly().waitFor();
    }

    Process again = startProcess(port, controllerPort);
    try {
      awaitTopics(port);
      assertThat(read(port)).hasSize(RECORDS).doesNotHaveDuplicates();
    } finally {
      again.destroyForcibly().waitFor();
    }
  }

  private Process startProcess(int port, int controllerPort) throws IOException {
    File log = directory.resolve("broker.log").toFile();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Broker.class.getName(),
            directory.resolve("data").toString(),
            Integer.toString(port),
            Integer.toString(controllerPort),
            directory.resolve("ready").toString())
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }

  private static void awaitTopics(int port) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> partitions(port).keySet().containsAll(Topics.configured().keySet()));
  }

  private static Map<String, Integer> partitions(int port)
      throws ExecutionException, InterruptedException {
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:" + port,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            2_000);
    try (Admin admin = Admin.create(config)) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
      return topics.entrySet().stream()
          .collect(
              Collectors.toMap(Map.Entry::getKey, topic -> topic.getValue().partitions().size()));
    }
  }

  private static void send(int port) throws ExecutionException, InterruptedException {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:" + port,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            StringSerializer.class);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(config)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, "loan-" + i % 7, "event-" + i)));
      }
      for (Future<RecordMetadata> acknowledgement : sent) {
        acknowledgement.get();
      }
    }
  }

  private static List<String> read(int port) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(TOPIC, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long expected =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= expected;
              });
    }
    return values;
  }
}
