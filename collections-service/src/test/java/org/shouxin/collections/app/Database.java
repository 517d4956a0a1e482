package org.shouxin.collections.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.localstack.testing.LocalStackResource;

/** The service's own database, looked at from outside. */
public final class Database {
  private Database() {}

  public static long count(String sql, Object... parameters) {
    return Long.parseLong(strings(sql, parameters).get(0));
  }

  /** The first column of every row. */
  public static List<String> strings(String sql, Object... parameters) {
    try (Connection connection =
            DriverManager.getConnection(LocalStackResource.jdbcUrl("collections"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(LocalStackResource.jdbcUrl("collections"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tables with a row that contains the text in any column. */
  public static List<String> tablesMentioning(String text) {
    return strings("select table_name from information_schema.tables where table_schema = 'public'")
        .stream()
        .filter(
            table ->
                count("select count(*) from " + table + " t where t::text like ?", "%" + text + "%")
                    > 0)
        .toList();
  }
}
