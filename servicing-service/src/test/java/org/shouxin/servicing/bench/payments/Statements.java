package org.shouxin.servicing.bench.payments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;

/**
 * What PostgreSQL itself says its time goes to (pg_stat_statements, with planning), when the
 * variable BENCH_STATEMENTS is set; it costs some time of its own.
 */
final class Statements {

  private static final String PRELOAD =
      """
      alter system set shared_preload_libraries = 'pg_stat_statements';
      alter system set pg_stat_statements.track_planning = on""";
  private static final String TOP =
      """
      select calls, plans, total_plan_time, total_exec_time,
        regexp_replace(left(query, 400), '\\s+', ' ', 'g')
      from pg_stat_statements order by total_plan_time + total_exec_time desc limit 28""";

  private Statements() {}

  static boolean wanted() {
    return System.getenv("BENCH_STATEMENTS") != null;
  }

  /** The server again, with what counts preloaded. */
  static Postgres counting(Postgres server, PostgresOptions options) {
    String[] settings = PRELOAD.split(";");
    for (String setting : settings) {
      execute(server.port(), "postgres", setting);
    }
    server.close();
    Postgres again = Postgres.start(options);
    execute(again.port(), "servicing", "create extension pg_stat_statements");
    return again;
  }

  static void reset(int port) {
    if (wanted()) {
      execute(port, "servicing", "select pg_stat_statements_reset()");
    }
  }

  /** Prints the costliest since the last reset, per payment. */
  static void print(int port, long payments) {
    if (!wanted()) {
      return;
    }
    try (Connection connection = connect(port, "servicing");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TOP)) {
      while (rows.next()) {
        System.out.printf(
            Locale.ROOT,
            "  %8.1f us plan %8.1f us run %6.2f calls %6.2f plans  %s%n",
            rows.getDouble(3) * 1_000 / payments,
            rows.getDouble(4) * 1_000 / payments,
            rows.getDouble(1) / payments,
            rows.getDouble(2) / payments,
            rows.getString(5).substring(0, Math.min(110, rows.getString(5).length())));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void execute(int port, String database, String sql) {
    try (Connection connection = connect(port, database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private static Connection connect(int port, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database));
  }
}
