package org.shouxin.chassis.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives waiting leaves their place in the tree and signs the new head, in one transaction per batch
 * of at most {@value #BATCH_LEAVES_MAX} leaves. An advisory lock lets one instance do it at a time;
 * a crash rolls the whole batch back, so the tree has neither gaps nor halves. Per leaf it writes
 * one entry and on average two nodes.
 */
@ApplicationScoped
public class Sequencer {
  static final int BATCH_LEAVES_MAX = 1_000;

  /** Any constant of this project's own; it names the lock in the service's database. */
  private static final long LOCK = 0x73786C6F67L;

  private final Pool pool;
  private final LogKey key;
  private final Clock clock;
  private volatile boolean stopping;

  Sequencer(Pool pool, LogKey key, Clock clock) {
    this.pool = pool;
    this.key = key;
    this.clock = clock;
  }

  @Scheduled(
      every = "${shouxin.log.sequence-every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return stopping ? Uni.createFrom().voidItem() : sequence().replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** Sequences until nothing waits; the number of leaves placed by this call. */
  public Uni<Integer> sequence() {
    return pool.withTransaction(this::batch)
        .chain(n -> n < BATCH_LEAVES_MAX ? Uni.createFrom().item(n) : sequence().map(m -> n + m));
  }

  private Uni<Integer> batch(SqlConnection db) {
    return db.preparedQuery("select pg_try_advisory_xact_lock($1) as mine")
        .execute(Tuple.of(LOCK))
        .chain(
            rows ->
                rows.iterator().next().getBoolean("mine")
                    ? placeWaiting(db)
                    : Uni.createFrom().item(0));
  }

  private Uni<Integer> placeWaiting(SqlConnection db) {
    return db.preparedQuery(
            """
            with taken as (
              delete from log_pending where seq in (
                select seq from log_pending order by seq limit $1) returning seq, leaf_id)
            select l.id, l.leaf_hash from taken join log_leaf l on l.id = taken.leaf_id
             order by taken.seq
            """)
        .execute(Tuple.of(BATCH_LEAVES_MAX))
        .chain(
            rows -> {
              List<Row> leaves = new ArrayList<>();
              rows.forEach(leaves::add);
              return leaves.isEmpty() ? Uni.createFrom().item(0) : place(db, leaves);
            });
  }

  private Uni<Integer> place(SqlConnection db, List<Row> leaves) {
    return db.query("select coalesce(max(leaf_index) + 1, 0) as size from log_entry")
        .execute()
        .map(rows -> rows.iterator().next().getLong("size"))
        .chain(size -> frontier(db, size).chain(known -> grow(db, size, known, leaves)));
  }

  /** The complete subtrees at the right edge of the tree, which new leaves will be joined to. */
  private Uni<Map<NodeRange, byte[]>> frontier(SqlConnection db, long size) {
    return StoredNodes.read(db, NodeRange.covering(0, size)).map(HashMap::new);
  }

  private Uni<Integer> grow(
      SqlConnection db, long size, Map<NodeRange, byte[]> known, List<Row> leaves) {
    List<Tuple> entries = new ArrayList<>();
    List<Tuple> nodes = new ArrayList<>();
    long index = size;
    for (Row leaf : leaves) {
      entries.add(Tuple.of(index, leaf.get(UUID.class, "id")));
      byte[] hash = leaf.getBuffer("leaf_hash").getBytes();
      NodeRange at = new NodeRange(0, index);
      store(at, hash, known, nodes);
      while ((at.index() & 1) == 1) {
        hash = MerkleHash.node(known.get(new NodeRange(at.level(), at.index() - 1)), hash);
        at = new NodeRange(at.level() + 1, at.index() >> 1);
        store(at, hash, known, nodes);
      }
      index++;
    }
    long newSize = index;
    byte[] root = NodeRange.fold(NodeRange.covering(0, newSize).stream().map(known::get).toList());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Tuple head =
        Tuple.of(
            newSize,
            Buffer.buffer(root),
            now.atOffset(ZoneOffset.UTC),
            Buffer.buffer(key.sign(newSize, root, now)));
    return db.preparedQuery("insert into log_entry (leaf_index, leaf_id) values ($1, $2)")
        .executeBatch(entries)
        .chain(
            () ->
                db.preparedQuery(
                        "insert into log_node (level, node_index, hash) values ($1, $2, $3)")
                    .executeBatch(nodes))
        .chain(
            () ->
                db.preparedQuery(
                        """
                        insert into log_head (tree_size, root_hash, signed_at, signature)
                        values ($1, $2, $3, $4)
                        """)
                    .execute(head))
        .replaceWith(leaves.size());
  }

  private static void store(
      NodeRange at, byte[] hash, Map<NodeRange, byte[]> known, List<Tuple> nodes) {
    known.put(at, hash);
    nodes.add(Tuple.of((short) at.level(), at.index(), Buffer.buffer(hash)));
  }
}
