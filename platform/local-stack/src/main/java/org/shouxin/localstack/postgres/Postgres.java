package org.shouxin.localstack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.Scratch;

/**
 * A real PostgreSQL server with a database and a user per service. A user owns its own database and
 * may not connect to another's; its password equals its name, for this is a local server.
 */
public final class Postgres implements AutoCloseable {
  /** One database and one user of the same name for each. */
  public static final List<String> DATABASES =
      List.of("origination", "risk", "servicing", "collections", "keycloak");

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final int ORPHAN_STOP_SECONDS_MAX = 20;

  /**
   * A client that vanished inside a transaction keeps its row locks for ten seconds, not for the
   * two hours of the defaults.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "idle_in_transaction_session_timeout", "10s",
          "tcp_keepalives_idle", "10",
          "tcp_keepalives_interval", "5",
          "tcp_keepalives_count", "3",
          "tcp_user_timeout", "15s",
          "max_connections", "200",
          "deadlock_timeout", "500ms");

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server, waits until it answers, and creates what databases and users are missing.
   */
  public static Postgres start(PostgresOptions options) {
    stopOrphan(options.data());
    try {
      Files.createDirectories(options.data());
      Postgres started = new Postgres(startServer(options));
      started.createDatabases();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private static EmbeddedPostgres startServer(PostgresOptions options) throws IOException {
    if (options.binaries() == null) {
      return builder(options).start();
    }
    Files.createDirectories(options.binaries());
    try (FileChannel file =
            FileChannel.open(
                options.binaries().resolve("unpack.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      removeHalfUnpacked(options.binaries(), lock);
      return builder(options).start();
    }
  }

  /** A process killed while it unpacked the binaries leaves a directory nobody can start from. */
  private static void removeHalfUnpacked(Path binaries, FileLock held) throws IOException {
    try (Stream<Path> unpacked = held.isValid() ? Files.list(binaries) : Stream.empty()) {
      unpacked
          .filter(directory -> directory.getFileName().toString().startsWith("PG-"))
          .filter(directory -> !Files.exists(directory.resolve(".exists")))
          .forEach(Scratch::delete);
    }
  }

  private static EmbeddedPostgres.Builder builder(PostgresOptions options) throws IOException {
    String durability = options.durable() ? "on" : "off";
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(options.data().toAbsolutePath())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(options.port() == 0 ? Ports.free() : options.port())
            .setPGStartupWait(START_MAX)
            .setServerConfig("fsync", durability)
            .setServerConfig("synchronous_commit", durability)
            .setServerConfig("full_page_writes", durability);
    SETTINGS.forEach(builder::setServerConfig);
    if (options.binaries() != null) {
      builder.setOverrideWorkingDirectory(options.binaries().toFile());
    }
    Redirect output =
        options.log() == null ? Redirect.DISCARD : Redirect.appendTo(options.log().toFile());
    return builder.setOutputRedirector(output).setErrorRedirector(output);
  }

  public int port() {
    return server.getPort();
  }

  /** JDBC URL of a service's database, with its user and password. */
  public String jdbcUrl(String database) {
    return jdbcUrl(port(), database);
  }

  /** JDBC URL of a service's database on this machine, with its user and password. */
  public static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(port, database, database, database);
  }

  /** Value of a server setting as {@code show} prints it. */
  public String setting(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement query = connection.prepareStatement("select current_setting(?)")) {
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("setting " + name + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  /** Stops a server left behind on this data directory by a process that was killed. */
  public static void stopOrphan(Path data) {
    postmaster(data).ifPresent(Postgres::stop);
  }

  private static Optional<ProcessHandle> postmaster(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(handle -> commandLine(handle).contains(data.toAbsolutePath().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commandLine(ProcessHandle handle) {
    return handle.info().commandLine().filter(line -> line.contains("postgres")).orElse("");
  }

  /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the clients to leave. */
  private static void stop(ProcessHandle orphan) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).start().waitFor();
      orphan.onExit().get(ORPHAN_STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException | TimeoutException stubborn) {
      orphan.destroyForcibly();
    }
  }

  /**
   * Starts a durable server that outlives this process and returns when it is ready: arguments are
   * the data directory, the port, the directory for the binaries and the log file. Its process id
   * is the first line of {@code postmaster.pid} in the data directory.
   */
  public static void main(String[] arguments) {
    start(
        new PostgresOptions(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            true,
            Path.of(arguments[2]),
            Path.of(arguments[3])));
  }

  private void createDatabases() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : DATABASES) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
          statement.execute("create role %s login password '%s'".formatted(name, name));
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
          statement.execute("create database %s owner %s".formatted(name, name));
          statement.execute("revoke connect on database %s from public".formatted(name));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("databases could not be created", e);
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        return result.next();
      }
    }
  }
}
