package org.shouxin.chassis.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;

/** A service starts only on a server that keeps what it acknowledged. */
class DurableDatabaseIT {

  private static final int ANY_PORT = 0;

  @TempDir Path scratch;

  @Test
  void startsOnADatabaseThatKeeps() {
    try (Postgres server =
        Postgres.start(PostgresOptions.durable(scratch.resolve("kept"), ANY_PORT, null, null))) {
      assertThatCode(() -> start(database(server, ""))).doesNotThrowAnyException();
      assertThatThrownBy(() -> start(database(server, "-c synchronous_commit=off")))
          .hasMessageContaining("synchronous_commit is off");
    }
  }

  @Test
  void refusesADatabaseThatForgets() {
    try (Postgres server = Postgres.start(PostgresOptions.forTests(scratch.resolve("lost")))) {
      DataSource database = database(server, "");
      assertThatThrownBy(() -> start(database)).hasMessageContaining("fsync is off");
      assertThatCode(() -> new DurableDatabase(database, false).check(new StartupEvent()))
          .doesNotThrowAnyException();
    }
  }

  private static void start(DataSource database) throws SQLException {
    new DurableDatabase(database, true).check(new StartupEvent());
  }

  private static DataSource database(Postgres server, String options) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(server.jdbcUrl("risk"));
    database.setOptions(options);
    return database;
  }
}
