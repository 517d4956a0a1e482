package org.shouxin.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;
import org.shouxin.chassis.app.Topic;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.localstack.proxy.TcpProxy;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * The broker comes back just when the first of several records of a key has been given up: those
 * that still wait in the producer's buffer do not overtake it.
 */
@QuarkusTest
class BrokerReturnsIT {

  private static final String TOPIC = "test.hot";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int DELIVERY_TIMEOUT_MS = 3_000;
  private static final int REQUEST_TIMEOUT_MS = 1_000;
  private static final int METADATA_WAIT_MS = 2_000;

  /** Between two records, so that one is given up while the other has time to reach the broker. */
  private static final Duration APART = Duration.ofMillis(2_500);

  /** What is told. */
  public record Told(int number) {}

  @Inject Pool pool;
  @Inject Clock clock;
  @Inject Outbox outbox;
  @Inject OutboxRelay own;
  @Inject UnitOfWork unitOfWork;

  private final String key = UUID.randomUUID().toString();
  private TcpProxy line;

  @BeforeEach
  void open() {
    own.pause();
    line = LocalStackResource.brokerLine();
  }

  @AfterEach
  void close() {
    line.close();
    own.resume();
  }

  @Test
  void whatWaitsDoesNotOvertakeARecordThatExpired() {
    tell(4);
    try (KafkaProducer<String, String> producer = producer()) {
      Map<Integer, Future<?>> sent = new HashMap<>();
      ShardRelay relay =
          relay(
              producer,
              (number, answer) -> {
                sent.put(number, answer);
                switch (number) {
                  case 1 -> await().atMost(SOON).until(answer::isDone);
                  case 2 -> await().pollDelay(APART).until(() -> true);
                  case 3 -> {
                    await().atMost(SOON).until(sent.get(2)::isDone);
                    line = LocalStackResource.brokerLine();
                    await().atMost(SOON).until(answer::isDone);
                  }
                  default -> {}
                }
                if (number == 1) {
                  line.close();
                }
              });
      assertThatThrownBy(() -> relay.pass(Outbox.shard(key))).isInstanceOf(NotSent.class);
    }
    assertThat(unsent()).as("rows from the first that failed").isEqualTo(3);
    assertThat(told()).containsExactly("1");
    assertGoesOn(4);
  }

  @Test
  void whatFollowsDoesNotOvertakeARecordThatFoundNoBroker() {
    tell(3);
    line.close();
    try (KafkaProducer<String, String> producer = producer()) {
      ShardRelay relay =
          relay(
              producer,
              (number, answer) -> {
                if (number == 1) {
                  assertThat(answer).isDone();
                  line = LocalStackResource.brokerLine();
                } else {
                  await().atMost(SOON).until(answer::isDone);
                }
              });
      assertThatThrownBy(() -> relay.pass(Outbox.shard(key))).isInstanceOf(NotSent.class);
    }
    assertThat(unsent()).isEqualTo(3);
    assertThat(told()).isEmpty();
    assertGoesOn(3);
  }

  /** Another producer sends what is left, in order and without what had been acknowledged. */
  private void assertGoesOn(int events) {
    own.resume();
    await().atMost(SOON).until(() -> unsent() == 0);
    assertThat(told())
        .isEqualTo(
            Rows.column(
                "select aggregate_version from outbox where key = '" + key + "' order by seq"))
        .hasSize(events);
  }

  private ShardRelay relay(
      KafkaProducer<String, String> producer, BiConsumer<Integer, Future<?>> afterSend) {
    return new ShardRelay(pool, disturbed(producer, afterSend), clock);
  }

  /** Something happens after each record of the test's key has been given to the producer. */
  @SuppressWarnings("unchecked")
  private Producer<String, String> disturbed(
      Producer<String, String> producer, BiConsumer<Integer, Future<?>> afterSend) {
    int[] number = {0};
    return (Producer<String, String>)
        Proxy.newProxyInstance(
            BrokerReturnsIT.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(producer, arguments);
              if (method.getName().equals("send")
                  && key.equals(((ProducerRecord<?, ?>) arguments[0]).key())) {
                afterSend.accept(++number[0], (Future<?>) result);
              }
              return result;
            });
  }

  /**
   * As the relay's own, but quicker to give up, with a batch for each record, and knowing its
   * topics though the broker is away, as it would from another broker.
   */
  private static KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        new HashMap<>(OutboxRelay.settings(LocalStackResource.kafkaBootstrapOfLine(), "returns"));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_WAIT_MS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
    settings.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private void tell(int events) {
    for (int i = 1; i <= events; i++) {
      OutgoingEvent event = new OutgoingEvent(TOPIC, key, "test.told.v1", new Told(i));
      unitOfWork.inTransaction(() -> outbox.append(event)).await().atMost(SOON);
    }
  }

  private long unsent() {
    return Rows.count("outbox where published_at is null and key = '" + key + "'");
  }

  private List<String> told() {
    return Topic.read(TOPIC, key).stream()
        .map(record -> Topic.text(record, "aggregate-version"))
        .toList();
  }
}
