package org.shouxin.servicing.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * What the database holds, counted at one instant: the rows of every table and the balance of every
 * account. Tables that only follow up what was committed (the log's tree) are left out.
 */
final class Facts implements AutoCloseable {

  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in
        ('flyway_schema_history', 'log_pending', 'log_entry', 'log_node', 'log_head')
      order by table_name""";
  private static final String BALANCES =
      "select 'balance ' || account_code, sum(amount_minor) from posting group by account_code";

  private final Connection connection;
  private final String everything;

  Facts() {
    try {
      connection = DriverManager.getConnection(LocalStackResource.jdbcUrl("servicing"));
      everything =
          column(TABLES).stream()
                  .map("select 'rows of %1$s', count(*)::numeric from %1$s"::formatted)
                  .collect(Collectors.joining(" union all "))
              + " union all "
              + BALANCES;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Long> now() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(everything)) {
      Map<String, Long> facts = new TreeMap<>();
      while (rows.next()) {
        facts.put(rows.getString(1), rows.getLong(2));
      }
      return facts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is different now; empty when nothing is. */
  Map<String, Long> since(Map<String, Long> before) {
    Map<String, Long> difference = now();
    before.forEach((name, value) -> difference.merge(name, -value, Long::sum));
    difference.values().removeIf(value -> value == 0);
    return difference;
  }

  /** The first column of each row. */
  List<String> column(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void change(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
