package org.shouxin.chassis.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads stored subtree hashes, all in one query. */
final class StoredNodes {
  private StoredNodes() {}

  static Uni<Map<NodeRange, byte[]>> read(SqlClient db, Collection<NodeRange> ranges) {
    List<NodeRange> wanted = ranges.stream().distinct().toList();
    Short[] levels = wanted.stream().map(r -> (short) r.level()).toArray(Short[]::new);
    Long[] indexes = wanted.stream().map(NodeRange::index).toArray(Long[]::new);
    return db.preparedQuery(
            """
            select n.level, n.node_index, n.hash
              from unnest($1::smallint[], $2::bigint[]) as w(level, node_index)
              join log_node n on n.level = w.level and n.node_index = w.node_index
            """)
        .execute(Tuple.of(levels, indexes))
        .map(
            rows -> {
              Map<NodeRange, byte[]> hashes = new HashMap<>();
              rows.forEach(
                  row ->
                      hashes.put(
                          new NodeRange(row.getShort("level"), row.getLong("node_index")),
                          row.getBuffer("hash").getBytes()));
              if (hashes.size() != wanted.size()) {
                throw new IllegalStateException("the verifiable log has lost nodes of its tree");
              }
              return hashes;
            });
  }
}
