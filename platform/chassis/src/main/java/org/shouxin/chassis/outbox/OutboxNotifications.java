package org.shouxin.chassis.outbox;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.BoundedPool;

/**
 * The database's NOTIFY between relays of one service. It is sent outside the writing transactions
 * (inside, it would take a lock that lines up all commits), and only when another process holds the
 * shard that has news.
 */
@ApplicationScoped
class OutboxNotifications {

  private static final String CHANNEL = "outbox";
  private static final long RECONNECT_AFTER_MS = 1_000;

  private final Vertx vertx;
  private final Pool pool;
  private final BoundedPool bounded;
  private PgSubscriber subscriber;

  OutboxNotifications(Vertx vertx, Pool pool, BoundedPool bounded) {
    this.vertx = vertx;
    this.pool = pool;
    this.bounded = bounded;
  }

  void listen(Runnable onNews) {
    subscriber = PgSubscriber.subscriber(vertx, bounded.connectOptions());
    subscriber.reconnectPolicy(retries -> RECONNECT_AFTER_MS);
    subscriber.channel(CHANNEL).handler(payload -> onNews.run());
    subscriber.connect();
  }

  void send() {
    pool.query("notify " + CHANNEL).execute().subscribe().with(sent -> {}, failure -> {});
  }

  void close() {
    if (subscriber != null) {
      subscriber.close();
    }
  }
}
