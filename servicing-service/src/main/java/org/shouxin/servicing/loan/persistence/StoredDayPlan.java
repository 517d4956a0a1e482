package org.shouxin.servicing.loan.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.shouxin.servicing.loan.DayPlans;
import org.shouxin.servicing.loan.model.DayPlan;

/** The day plan of the table day_plan, read at start. */
@ApplicationScoped
public class StoredDayPlan implements DayPlans {

  private final DataSource database;
  private volatile DayPlan plan;

  StoredDayPlan(DataSource database) {
    this.database = database;
  }

  void load(@Observes StartupEvent start) throws SQLException {
    Map<String, Set<Integer>> days = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select kind, days from day_plan")) {
      while (rows.next()) {
        days.computeIfAbsent(rows.getString(1), kind -> new HashSet<>()).add(rows.getInt(2));
      }
    }
    plan =
        new DayPlan(
            days.get("DEBIT_RETRY"),
            days.get("OVERDUE_REMINDER"),
            days.get("REMINDER_LEAD").iterator().next());
  }

  @Override
  public DayPlan current() {
    return plan;
  }
}
