package org.shouxin.servicing.ledger.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.shouxin.servicing.ledger.Account;

/**
 * Refuses to start when the chart of accounts does not have every account that postings name, under
 * the kind that its number says: 1 asset, 2 liability, 4 income, 5 expense.
 */
@ApplicationScoped
public class ChartOfAccounts {

  private static final Map<Character, String> KINDS =
      Map.of('1', "ASSET", '2', "LIABILITY", '4', "INCOME", '5', "EXPENSE");

  private final DataSource database;

  ChartOfAccounts(DataSource database) {
    this.database = database;
  }

  void check(@Observes StartupEvent start) throws SQLException {
    Map<String, String> chart = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select code, kind from account")) {
      while (rows.next()) {
        chart.put(rows.getString(1), rows.getString(2));
      }
    }
    List<Account> wrong = missing(chart);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("the chart of accounts lacks, or names otherwise: " + wrong);
    }
  }

  /** The accounts that postings name and the chart does not have, or has under another kind. */
  static List<Account> missing(Map<String, String> kindByCode) {
    return Arrays.stream(Account.values())
        .filter(a -> !KINDS.get(a.code().charAt(0)).equals(kindByCode.get(a.code())))
        .toList();
  }
}
