package org.shouxin.servicing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;

/** A durable PostgreSQL on a directory that is kept, sized as for a million loans. */
final class Database implements AutoCloseable {

  private static final String[] SIZES = {
    "shared_buffers = '2GB'",
    "max_wal_size = '8GB'",
    "checkpoint_timeout = '15min'",
    "work_mem = '16MB'",
    "maintenance_work_mem = '512MB'"
  };

  private final Postgres server;

  private Database(Postgres server) {
    this.server = server;
  }

  /** Sizes take a restart: they are written, and the server is started a second time. */
  static Database start(Path data) throws SQLException {
    try (Postgres first = Postgres.start(options(data));
        Connection admin = admin(first.port());
        Statement statement = admin.createStatement()) {
      for (String size : SIZES) {
        statement.execute("alter system set " + size);
      }
    }
    return new Database(Postgres.start(options(data)));
  }

  private static PostgresOptions options(Path data) {
    return PostgresOptions.durable(data, 0, null, null);
  }

  int port() {
    return server.port();
  }

  /** Durability as the server says it. */
  String durability() {
    return "fsync "
        + server.setting("fsync")
        + ", synchronous_commit "
        + server.setting("synchronous_commit")
        + ", shared_buffers "
        + server.setting("shared_buffers");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/servicing?user=postgres".formatted(port()));
  }

  private static Connection admin(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
