package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.export.CardSql;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.TrainingOptions;

/** PostgreSQL gives each row the score the service gives it. */
@QuarkusTest
class CardSqlIT extends Component {

  @Test
  void theDatabaseGivesTheSameScores() throws SQLException {
    Dataset data = Drawn.dataset(1_000, 31);
    Scorecard card =
        new CardTrainer(
                new TrainingOptions(
                    "bad",
                    "sql-1",
                    "drawn",
                    1,
                    TrainingOptions.STANDARD_SETTINGS,
                    Scaling.STANDARD,
                    null))
            .train(data);
    CardScorer scorer = new CardScorer(card);
    try (Connection connection = DriverManager.getConnection(LocalStackResource.jdbcUrl("risk"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table drawn (id integer, load numeric, tenure integer,"
              + " trade varchar, channel varchar)");
      fill(connection, data);
      try (ResultSet rows = statement.executeQuery(CardSql.query(card, "drawn") + " order by id")) {
        int row = 0;
        while (rows.next()) {
          Map<String, String> values =
              row < data.rows() ? data.texts(row) : Map.of("trade", "it's new");
          assertThat(rows.getInt("score"))
              .as(values.toString())
              .isEqualTo(scorer.points(scorer.rows().of(values)));
          row++;
        }
        assertThat(row).isEqualTo(data.rows() + 1);
      }
    }
  }

  private static void fill(Connection connection, Dataset data) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into drawn values (?, cast(? as numeric), cast(? as numeric), ?, ?)")) {
      for (int row = 0; row <= data.rows(); row++) {
        Map<String, String> values =
            row < data.rows() ? data.texts(row) : Map.of("trade", " it's new ");
        insert.setInt(1, row);
        insert.setString(2, values.get("load"));
        insert.setString(3, values.get("tenure"));
        insert.setString(4, values.get("trade"));
        insert.setString(5, values.get("channel"));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
