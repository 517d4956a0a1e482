package org.shouxin.chassis.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * Sits in a consumer group and shares out partitions in a way that the services do not know, so
 * that the broker lets none of them in.
 */
public final class GroupStranger implements QuarkusTestResourceLifecycleManager {

  static final String GROUP = "risk-groupless";

  private static final Duration POLL = Duration.ofMillis(100);

  private KafkaConsumer<String, String> consumer;

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Map<String, String> start() {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafkaBootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                RangeAssignor.class.getName()),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of("test.groupless"));
    while (consumer.assignment().isEmpty()) {
      consumer.poll(POLL);
    }
    return Map.of();
  }

  @Override
  public void stop() {
    consumer.close();
  }
}
