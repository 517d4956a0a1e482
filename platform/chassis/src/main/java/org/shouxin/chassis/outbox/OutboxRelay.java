package org.shouxin.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, on one thread of its own. It is woken by a commit of this process or
 * a notification from another, and looks by itself every second; the notification is only for
 * speed. While the broker or the database is away it tries again with growing pauses, and nothing
 * is lost.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration DATABASE_WAIT = Duration.ofSeconds(5);
  private static final int PAUSE_AFTER_FAILURE_MS_MAX = 10_000;
  private static final int STOP_WAIT_MS = 2_000;
  private static final int DELIVERY_TIMEOUT_MS = 6_000;
  private static final int REQUEST_TIMEOUT_MS = 2_500;
  private static final int METADATA_WAIT_MS = 3_000;
  private static final int BATCH_BYTES = 65_536;
  private static final String PENDING_SHARDS =
      "select distinct shard from outbox where published_at is null order by shard";

  private final Pool pool;
  private final Clock clock;
  private final OutboxSignal signal;
  private final OutboxNotifications notifications;
  private final String brokers;
  private final String service;
  private final boolean enabled;
  private final int pollMillis;

  private volatile boolean paused;
  private volatile boolean stopping;
  private Thread thread;
  private KafkaProducer<String, String> producer;

  OutboxRelay(
      Pool pool,
      Clock clock,
      OutboxSignal signal,
      OutboxNotifications notifications,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
      @ConfigProperty(name = "shouxin.service") String service,
      @ConfigProperty(name = "shouxin.outbox.relay.enabled") boolean enabled,
      @ConfigProperty(name = "shouxin.outbox.poll") Duration poll) {
    this.pool = pool;
    this.clock = clock;
    this.signal = signal;
    this.notifications = notifications;
    this.brokers = brokers;
    this.service = service;
    this.enabled = enabled;
    this.pollMillis = Math.toIntExact(poll.toMillis());
  }

  /** Sends nothing until {@link #resume}; a pass under way is finished. */
  public void pause() {
    paused = true;
  }

  public void resume() {
    paused = false;
    signal.raise();
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      notifications.listen(signal::raise);
      thread = new Thread(this::run, "outbox-relay");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** A pass that waits for a broker is broken off; nothing of it is marked. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    signal.raise();
    if (thread != null) {
      thread.join(STOP_WAIT_MS);
      thread.interrupt();
      thread.join(STOP_WAIT_MS);
      notifications.close();
    }
  }

  private void run() {
    int failures = 0;
    while (!stopping) {
      try {
        signal.await(failures == 0 ? pollMillis : pauseAfter(failures));
        if (!paused && !stopping) {
          drain();
        }
        failures = 0;
      } catch (InterruptedException end) {
        break;
      } catch (Exception passing) {
        if (!stopping) {
          failures++;
          LOG.warnf("outbox not relayed, attempt %d: %s", failures, reason(passing));
          discardProducer();
        }
      }
    }
    Thread.interrupted();
    discardProducer();
  }

  private void drain() throws InterruptedException, NotSent {
    List<Integer> shards = pendingShards();
    while (!shards.isEmpty() && !paused && !stopping) {
      boolean more = false;
      for (int shard : shards) {
        switch (new ShardRelay(pool, producer(), clock).pass(shard)) {
          case MORE -> more = true;
          case LOCKED_BY_ANOTHER -> notifications.send();
          case EMPTY, DRAINED -> {}
        }
      }
      shards = more ? pendingShards() : List.of();
    }
  }

  private List<Integer> pendingShards() {
    List<Integer> shards = new ArrayList<>();
    for (Row row : pool.query(PENDING_SHARDS).execute().await().atMost(DATABASE_WAIT)) {
      shards.add(row.getInteger(0));
    }
    return shards;
  }

  private KafkaProducer<String, String> producer() {
    if (producer == null) {
      producer = newProducer(brokers, service + "-outbox");
    }
    return producer;
  }

  static KafkaProducer<String, String> newProducer(String brokers, String clientId) {
    return new KafkaProducer<>(
        settings(brokers, clientId), new StringSerializer(), new StringSerializer());
  }

  /**
   * One request on its way at a time. With more, a broker that has just come back may refuse the
   * first for a moment and take the second: it knows no sequence yet of a producer that is new to
   * it.
   */
  static Map<String, Object> settings(String brokers, String clientId) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
        ProducerConfig.CLIENT_ID_CONFIG, clientId,
        ProducerConfig.ACKS_CONFIG, "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
        ProducerConfig.LINGER_MS_CONFIG, 1,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS,
        ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_WAIT_MS);
  }

  /** What a failed producer still holds must not be sent after the batch's next attempt. */
  private void discardProducer() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private int pauseAfter(int failures) {
    return Math.min(PAUSE_AFTER_FAILURE_MS_MAX, pollMillis << Math.min(failures, 5));
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
    return cause.getClass().getSimpleName() + " " + cause.getMessage();
  }
}
