package org.shouxin.localstack.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every record of every topic once, from the first to what was the last at the start. */
final class Topics {

  static final String DEAD_LETTERS = ".dead-letter.";
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final int IDLE_POLLS_MAX = 15;

  /** Held, because the level of a logger nobody holds is forgotten. */
  private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.kafka");

  private final String bootstrap;

  Topics(String bootstrap) {
    this.bootstrap = bootstrap;
    CLIENT_LOG.setLevel(Level.WARNING);
  }

  /** Hands over every record of all topics whose name does not start with an underscore. */
  void readAll(Consumer<ConsumerRecord<String, String>> reader) {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER_MAX.toMillis()));
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) -> {
                if (!topic.startsWith("_")) {
                  infos.forEach(
                      info -> partitions.add(new TopicPartition(topic, info.partition())));
                }
              });
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      int idle = 0;
      while (idle < IDLE_POLLS_MAX && behind(consumer, ends)) {
        var records = consumer.poll(POLL);
        idle = records.isEmpty() ? idle + 1 : 0;
        records.forEach(reader);
      }
      if (behind(consumer, ends)) {
        throw new IllegalStateException("the topics could not be read to their end");
      }
    }
  }

  private static boolean behind(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  static String header(ConsumerRecord<String, String> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
