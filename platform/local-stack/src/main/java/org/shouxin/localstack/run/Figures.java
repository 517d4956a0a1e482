package org.shouxin.localstack.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a running stack can say of itself in numbers: resident memory of each process, and how long
 * events took from the change that wrote them to the consumer that applied them. Reads only.
 */
public final class Figures {
  private static final List<String> DATABASES =
      List.of("origination", "risk", "servicing", "collections");

  private final StackOptions options;

  public Figures(StackOptions options) {
    this.options = options;
  }

  /** Readable lines; times in milliseconds, memory in MB (10^6 bytes). */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("resident memory, MB");
    RunDirectory registry = new RunDirectory(options.run());
    for (String name : registry.names()) {
      registry
          .read(name)
          .flatMap(process -> residentKilobytes(process.pid()))
          .ifPresent(kb -> lines.add("  %-12s %5d".formatted(name, kb * 1024 / 1_000_000)));
    }
    lines.add("events, from the change written to the change applied by a consumer, ms");
    try {
      latencies().forEach((consumer, times) -> lines.add("  %-12s %s".formatted(consumer, times)));
    } catch (SQLException e) {
      throw new StackFailure("the databases of the stack cannot be read: " + e.getMessage());
    }
    return lines;
  }

  private static Optional<Long> residentKilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst();
    } catch (IOException notThisSystem) {
      return Optional.empty();
    }
  }

  private Map<String, String> latencies() throws SQLException {
    Map<UUID, Instant> written = new HashMap<>();
    for (String database : DATABASES) {
      read(database, "select id, occurred_at from outbox", written::put);
    }
    Map<String, String> byConsumer = new TreeMap<>();
    for (String database : DATABASES) {
      List<Long> millis = new ArrayList<>();
      read(
          database,
          "select event_id, received_at from inbox",
          (id, received) -> {
            Instant occurred = written.get(id);
            if (occurred != null) {
              millis.add(Duration.between(occurred, received).toMillis());
            }
          });
      millis.sort(null);
      if (!millis.isEmpty()) {
        byConsumer.put(
            database,
            "n=%d p50=%d p99=%d max=%d"
                .formatted(
                    millis.size(),
                    percentile(millis, 50),
                    percentile(millis, 99),
                    millis.get(millis.size() - 1)));
      }
    }
    return byConsumer;
  }

  /** Nearest rank. */
  private static long percentile(List<Long> sorted, int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  private void read(String database, String sql, Reading into) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(new StackUrls(options.ports()).jdbc(database));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        into.row(
            rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
  }

  private interface Reading {
    void row(UUID id, Instant at);
  }
}
