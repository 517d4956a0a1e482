package org.shouxin.chassis.outbox;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One pass over one shard: lock, read by seq, send, await every acknowledgement, mark, commit.
 *
 * <p>The transaction-scoped advisory lock admits one relay per shard however many processes run,
 * and goes when its connection goes. Rows acknowledged before the first failure are marked; from
 * there on all are sent again, in order and by a new producer, and the consumers' inboxes make the
 * doubles harmless.
 */
class ShardRelay {

  static final int BATCH_MAX = 500;

  private static final Duration DATABASE_WAIT = Duration.ofSeconds(5);
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(7);
  private static final int LOCK_SPACE = 0x5368_6f78;
  private static final String LOCK = "select pg_try_advisory_xact_lock($1, $2)";
  private static final String PENDING =
      """
      select id, topic, key, aggregate_version, ordinal, type, payload, headers, occurred_at
      from outbox where shard = $1 and published_at is null order by seq limit $2""";
  private static final String MARK = "update outbox set published_at = $1 where id = any($2)";

  /** What a pass came to. */
  enum Outcome {
    LOCKED_BY_ANOTHER,
    EMPTY,
    DRAINED,
    MORE
  }

  private final Pool pool;
  private final Producer<String, String> producer;
  private final Clock clock;

  ShardRelay(Pool pool, Producer<String, String> producer, Clock clock) {
    this.pool = pool;
    this.producer = producer;
    this.clock = clock;
  }

  /**
   * Blocks its thread, for the time of its limits at most.
   *
   * @throws NotSent when a row was not acknowledged; the producer is closed then
   */
  Outcome pass(int shard) throws InterruptedException, NotSent {
    SqlConnection connection = pool.getConnection().await().atMost(DATABASE_WAIT);
    try {
      Transaction transaction = connection.begin().await().atMost(DATABASE_WAIT);
      Handover handover = new Handover(producer, clock);
      Outcome outcome = pass(connection, shard, handover);
      transaction.commit().await().atMost(DATABASE_WAIT);
      handover.assertWhole();
      return outcome;
    } finally {
      connection.close().subscribe().with(closed -> {}, failure -> {});
    }
  }

  private Outcome pass(SqlConnection connection, int shard, Handover handover)
      throws InterruptedException {
    RowSet<Row> lock = query(connection, LOCK, Tuple.of(LOCK_SPACE, shard));
    if (!Boolean.TRUE.equals(lock.iterator().next().getBoolean(0))) {
      return Outcome.LOCKED_BY_ANOTHER;
    }
    RowSet<Row> pending = query(connection, PENDING, Tuple.of(shard, BATCH_MAX));
    if (pending.size() == 0) {
      return Outcome.EMPTY;
    }
    RowIterator<Row> rows = pending.iterator();
    while (rows.hasNext() && handover.isWhole()) {
      Row row = rows.next();
      handover.give(row.getUUID("id"), record(row));
    }
    UUID[] sent = handover.acknowledged(ACKNOWLEDGED_WITHIN);
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    query(connection, MARK, Tuple.of(now, sent));
    return sent.length == BATCH_MAX ? Outcome.MORE : Outcome.DRAINED;
  }

  private static ProducerRecord<String, String> record(Row row) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            row.getString("topic"), row.getString("key"), row.getString("payload"));
    header(record, "id", row.getUUID("id"));
    header(record, "type", row.getString("type"));
    header(record, "aggregate-version", row.getLong("aggregate_version"));
    header(record, "ordinal", row.getInteger("ordinal"));
    header(record, "occurred-at", row.getOffsetDateTime("occurred_at").toInstant());
    new JsonObject(row.getString("headers")).forEach(h -> header(record, h.getKey(), h.getValue()));
    return record;
  }

  private static void header(ProducerRecord<String, String> record, String name, Object value) {
    record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static RowSet<Row> query(SqlConnection connection, String sql, Tuple arguments) {
    return connection.preparedQuery(sql).execute(arguments).await().atMost(DATABASE_WAIT);
  }
}
