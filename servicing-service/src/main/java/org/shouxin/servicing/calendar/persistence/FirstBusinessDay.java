package org.shouxin.servicing.calendar.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the first business day of a new installation: the configured one, or today. */
@ApplicationScoped
public class FirstBusinessDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String OPEN_FIRST =
      """
      insert into business_day (day, state, opened_at)
      select ?, 'OPEN', ? where not exists (select 1 from business_day)
      on conflict do nothing""";

  private final DataSource database;
  private final Clock clock;
  private final Optional<LocalDate> configured;

  FirstBusinessDay(
      DataSource database,
      Clock clock,
      @ConfigProperty(name = "shouxin.business-date.start") Optional<LocalDate> configured) {
    this.database = database;
    this.clock = clock;
    this.configured = configured;
  }

  void open(@Observes StartupEvent start) throws SQLException {
    LocalDate day = configured.orElseGet(() -> clock.instant().atZone(ZONE).toLocalDate());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(OPEN_FIRST)) {
      statement.setObject(1, day);
      statement.setTimestamp(2, Timestamp.from(clock.instant()));
      statement.executeUpdate();
    }
  }
}
