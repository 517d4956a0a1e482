package org.shouxin.chassis.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shouxin.chassis.problem.Invalid;

/**
 * Works a part of the tree out again from its leaves: leaf against node, node against its two
 * children, head against the nodes it covers and the key that signed it. Names every row that does
 * not fit. Whoever rewrites leaves, nodes and heads and signs anew passes here, and is caught by
 * the heads that {@link WitnessHeads} and the topic's readers hold.
 */
@ApplicationScoped
public class AuditLog {

  /** Most leaves of one audit. */
  static final int LEAVES_MAX = 10_000;

  private static final int FINDINGS_MAX = 100;
  private static final String LEAVES =
      """
      select at.leaf_index, l.id
      from generate_series($1::bigint, $2::bigint - 1) at (leaf_index)
      left join log_entry e on e.leaf_index = at.leaf_index
      left join log_leaf l on l.id = e.leaf_id
      left join log_node n on n.level = 0 and n.node_index = at.leaf_index
      where l.leaf_hash is distinct from n.hash or l.id is null
      order by at.leaf_index limit $3""";
  private static final String NODES =
      """
      select at.level, at.node_index
      from (
        select level, node_index
        from generate_series(1, 62) level,
          generate_series($1::bigint >> level, ($2::bigint - 1) >> level) node_index
        where (node_index + 1) << level <= $3::bigint) at
      left join log_node n on n.level = at.level and n.node_index = at.node_index
      left join log_node l on l.level = at.level - 1 and l.node_index = at.node_index * 2
      left join log_node r on r.level = at.level - 1 and r.node_index = at.node_index * 2 + 1
      where n.hash is null or n.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash)
      order by at.level, at.node_index limit $4""";
  private static final String HEADS =
      "select * from log_head where tree_size > $1 and tree_size <= $2 order by tree_size";

  private final Pool pool;
  private final LogKey key;

  AuditLog(Pool pool, LogKey key) {
    this.pool = pool;
    this.key = key;
  }

  /** Where a row does not fit: its table, and what names it there. */
  public record Finding(String table, String row) {}

  /** What was found over the leaves [from, to). */
  public record Report(long from, long to, List<Finding> findings) {}

  /** Audits the leaves [from, to), or as many of them as the log has. */
  public Uni<Report> over(long from, long to) {
    if (from < 0 || to <= from || to - from > LEAVES_MAX) {
      throw Invalid.field("to", "LOG_RANGE", "0 <= from < to, at most " + LEAVES_MAX + " leaves");
    }
    List<Finding> found = new ArrayList<>();
    return pool.query("select coalesce(max(leaf_index) + 1, 0) as size from log_entry")
        .execute()
        .map(rows -> rows.iterator().next().getLong("size"))
        .call(size -> leaves(from, Math.min(to, size)).invoke(found::addAll))
        .call(size -> nodes(from, Math.min(to, size), size).invoke(found::addAll))
        .call(size -> heads(from, Math.min(to, size)).invoke(found::addAll))
        .map(size -> new Report(from, Math.max(from, Math.min(to, size)), List.copyOf(found)));
  }

  private Uni<List<Finding>> leaves(long from, long to) {
    return pool.preparedQuery(LEAVES)
        .execute(Tuple.of(from, to, FINDINGS_MAX))
        .map(
            rows ->
                each(rows)
                    .map(
                        row ->
                            new Finding(
                                row.getUUID("id") == null ? "log_entry" : "log_leaf",
                                "leaf_index "
                                    + row.getLong("leaf_index")
                                    + (row.getUUID("id") == null
                                        ? ""
                                        : ", id " + row.getUUID("id"))))
                    .toList());
  }

  private Uni<List<Finding>> nodes(long from, long to, long size) {
    return pool.preparedQuery(NODES)
        .execute(Tuple.of(from, to, size, FINDINGS_MAX))
        .map(
            rows ->
                each(rows)
                    .map(
                        row ->
                            new Finding(
                                "log_node",
                                "level %d, node_index %d"
                                    .formatted(row.getInteger("level"), row.getLong("node_index"))))
                    .toList());
  }

  private Uni<List<Finding>> heads(long from, long to) {
    return pool.preparedQuery(HEADS)
        .execute(Tuple.of(from, to))
        .chain(
            rows -> {
              List<Row> heads = each(rows).toList();
              Set<NodeRange> wanted = new HashSet<>();
              heads.forEach(h -> wanted.addAll(NodeRange.covering(0, h.getLong("tree_size"))));
              return StoredNodes.read(pool, wanted)
                  .map(
                      nodes ->
                          heads.stream()
                              .filter(head -> !stands(head, nodes))
                              .map(h -> new Finding("log_head", "tree_size " + size(h)))
                              .limit(FINDINGS_MAX)
                              .toList())
                  .onFailure(IllegalStateException.class)
                  .recoverWithItem(List.of(new Finding("log_node", "nodes are missing")));
            });
  }

  private boolean stands(Row head, Map<NodeRange, byte[]> nodes) {
    List<byte[]> covering = NodeRange.covering(0, size(head)).stream().map(nodes::get).toList();
    byte[] root = head.getBuffer("root_hash").getBytes();
    return MessageDigest.isEqual(NodeRange.fold(covering), root)
        && key.signed(
            size(head),
            root,
            head.getOffsetDateTime("signed_at").toInstant(),
            head.getBuffer("signature").getBytes());
  }

  private static long size(Row head) {
    return head.getLong("tree_size");
  }

  private static Stream<Row> each(RowSet<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEach(all::add);
    return all.stream();
  }
}
