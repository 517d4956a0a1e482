package org.shouxin.chassis.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start on a database that may forget what it acknowledged ({@code fsync} or {@code
 * synchronous_commit} off), unless the configuration says so, as fast tests do.
 */
@ApplicationScoped
public class DurableDatabase {

  private static final int BEFORE_ALL_WORK = 1;
  private static final List<String> REQUIRED_SETTINGS = List.of("fsync", "synchronous_commit");

  private final DataSource database;
  private final boolean required;

  DurableDatabase(
      DataSource database,
      @ConfigProperty(name = "shouxin.require-durable-database") boolean required) {
    this.database = database;
    this.required = required;
  }

  void check(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent start) throws SQLException {
    if (required) {
      assertDurable();
    }
  }

  void assertDurable() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : REQUIRED_SETTINGS) {
        try (ResultSet shown = statement.executeQuery("show " + setting)) {
          shown.next();
          if ("off".equals(shown.getString(1))) {
            throw new IllegalStateException(
                "the database may lose acknowledged commits: "
                    + setting
                    + " is off (shouxin.require-durable-database)");
          }
        }
      }
    }
  }
}
