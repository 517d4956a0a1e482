package org.shouxin.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.localstack.Ports;

class PostgresIT {
  @TempDir Path directory;

  @Test
  void keepsDataOverARestartAndLosesNothingItAcknowledged() throws SQLException {
    PostgresOptions options = PostgresOptions.durable(directory.resolve("data"), 0, null, null);
    try (Postgres first = Postgres.start(options)) {
      assertThat(first.setting("fsync")).isEqualTo("on");
      assertThat(first.setting("synchronous_commit")).isEqualTo("on");
      assertThat(first.setting("full_page_writes")).isEqualTo("on");
      assertThat(first.setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
      assertThat(first.setting("tcp_user_timeout")).isEqualTo("15000");
      execute(first, "risk", "create table kept as select 42 as answer");
    }
    try (Postgres second = Postgres.start(options)) {
      assertThat(query(second, "risk", "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aServiceSeesItsOwnDatabaseOnly() throws SQLException {
    try (Postgres postgres = Postgres.start(PostgresOptions.forTests(directory.resolve("data")))) {
      assertThat(postgres.setting("fsync")).isEqualTo("off");
      for (String database : Postgres.DATABASES) {
        assertThat(query(postgres, database, "select current_user")).isEqualTo(database);
      }
      String foreign =
          postgres.jdbcUrl("servicing").replace("user=servicing&password=servicing", "user=risk");
      assertThatThrownBy(() -> DriverManager.getConnection(foreign))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void replacesAServerLeftBehindOnItsDataDirectory() throws Exception {
    Path data = directory.resolve("data");
    int port = Ports.free();
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Postgres.class.getName(),
                data.toString(),
                Integer.toString(port),
                directory.resolve("binaries").toString(),
                directory.resolve("postgres.log").toString())
            .inheritIO()
            .start();
    assertThat(starter.waitFor()).isZero();
    long left = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    try (Connection connection = DriverManager.getConnection(Postgres.jdbcUrl(port, "risk"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 1 as answer");
      try (Postgres next = Postgres.start(PostgresOptions.durable(data, 0, null, null))) {
        assertThat(query(next, "risk", "select answer from kept")).isEqualTo("1");
        assertThat(ProcessHandle.of(left)).isEmpty();
      }
    }
  }

  private static void execute(Postgres postgres, String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Postgres postgres, String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
