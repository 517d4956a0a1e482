package org.shouxin.chassis.messaging;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.app.Topic;

/**
 * A channel that ended is seen: of three that come to grief on a real broker, the two that cannot
 * recover fail liveness, and the one whose broker is away does not.
 */
@QuarkusTest
@TestProfile(ChannelWatchIT.Grief.class)
class ChannelWatchIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CHANNEL = "mp.messaging.incoming.test-";

  @Inject ChannelWatch watch;
  @Inject MeterRegistry metrics;

  /** What makes each of the channels fail. */
  public static final class Grief implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          CHANNEL + "letterless.dead-letter-queue.topic", "test.no-such-topic",
          CHANNEL + "letterless.dead-letter-queue.max.block.ms", "500",
          CHANNEL + "letterless.dead-letter-queue.retries", "0",
          CHANNEL + "groupless.group.id", GroupStranger.GROUP,
          CHANNEL + "groupless.retry-attempts", "2",
          CHANNEL + "groupless.retry-max-wait", "1",
          CHANNEL + "brokerless.bootstrap.servers", "127.0.0.1:1",
          CHANNEL + "brokerless.retry-attempts", "2",
          CHANNEL + "brokerless.retry-max-wait", "1");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(GroupStranger.class));
    }
  }

  @Test
  void aChannelThatEndedFailsLivenessAndTheOthersGoOn() {
    Topic.sendRaw("test.letterless", "k", "no event");
    await().atMost(SOON).until(() -> watch.ended().size() == 2);

    assertThat(watch.ended()).isEqualTo(Set.of("test-letterless", "test-groupless"));
    assertThat(get("/q/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/q/health/live").asString()).contains("test-groupless,test-letterless");
    assertThat(ended("test-letterless")).isOne();
    assertThat(ended("test-groupless")).isOne();
    assertThat(ended("test-brokerless")).isZero();
    assertThat(ended("test-thing")).isZero();

    String key = UUID.randomUUID().toString();
    Topic.send(key, UUID.randomUUID(), 1, 0, 1, "{\"fail\":\"no\",\"times\":0}");
    await().atMost(SOON).until(() -> Rows.count("effect where key = '" + key + "'") == 1);
  }

  private double ended(String channel) {
    return metrics.get("channel.ended").tag("channel", channel).gauge().value();
  }
}
