package org.shouxin.servicing.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouxin.localstack.testing.LocalStackResource;

/** Somebody with every right over servicing's database, whom no trigger holds back. */
public final class Superuser {

  private Superuser() {}

  /** What can be seen while a posting group is rewritten; it is put back afterwards. */
  public static <T> T rewriting(UUID groupId, String rewrite, Supplier<T> look) {
    return rewriting(
        List.of(
            "posting_group where id = '%s'".formatted(groupId),
            "posting where group_id = '%s'".formatted(groupId)),
        rewrite,
        look);
  }

  /** The same for a leaf of the log and its node. */
  public static <T> T rewritingLeaf(UUID leafId, long index, Supplier<T> look) {
    return rewriting(
        List.of(
            "log_leaf where id = '%s'".formatted(leafId),
            "log_node where level = 0 and node_index = %d".formatted(index)),
        """
        update log_leaf set leaf_hash = sha256(leaf_hash) where id = '%1$s';
        update log_node set hash = (select leaf_hash from log_leaf where id = '%1$s')
        where level = 0 and node_index = %2$d"""
            .formatted(leafId, index),
        look);
  }

  private static <T> T rewriting(List<String> rows, String rewrite, Supplier<T> look) {
    execute(
        rows.stream().map(r -> "create table kept_%s as select * from %s".formatted(name(r), r)));
    try {
      execute(Stream.of(rewrite));
      return look.get();
    } finally {
      execute(
          rows.stream()
              .map(
                  r ->
                      """
                      delete from %1$s;
                      insert into %2$s overriding system value select * from kept_%2$s;
                      drop table kept_%2$s"""
                          .formatted(r, name(r))));
    }
  }

  /** One statement, past the triggers. */
  public static void execute(String sql) {
    execute(Stream.of(sql));
  }

  /** The one id that a query gives. */
  public static UUID uuid(String sql) {
    return one(sql, UUID.class);
  }

  public static long count(String sql) {
    return one(sql, Long.class);
  }

  private static <T> T one(String sql, Class<T> type) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1, type);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(String row) {
    return row.substring(0, row.indexOf(' '));
  }

  private static void execute(Stream<String> statements) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements.toList()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        LocalStackResource.jdbcUrl("servicing")
            .replace("user=servicing&password=servicing", "user=postgres&password=postgres"));
  }
}
