package org.shouxin.origination.component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.localstack.testing.LocalStackResource;

/** The service's tables, as an outsider with a database client sees them. */
public final class Rows {

  private Rows() {}

  public static long count(String from) {
    return Long.parseLong(texts("select count(*) from " + from).get(0));
  }

  /** The first column of every row. */
  public static List<String> texts(String sql) {
    try (Connection connection =
            DriverManager.getConnection(LocalStackResource.jdbcUrl("origination"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  /** Payloads of what was to be told under a key, in order. */
  public static List<String> told(String type, String key) {
    return texts(
        "select payload from outbox where type = '%s' and key = '%s' order by seq"
            .formatted(type, key));
  }
}
