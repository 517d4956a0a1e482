package org.shouxin.localstack.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;
import org.shouxin.localstack.proxy.CutPoint.Moment;

/**
 * The proxy against a real server: it changes nothing until it cuts, and then cuts exactly there.
 */
class PostgresProxyIT {
  private static final int MESSAGES_MAX = 100;

  @TempDir static Path directory;
  private static Postgres postgres;

  private final CutPoint cutPoint = CutPoint.named("proxy-test");
  private int rows;

  @BeforeAll
  static void start() throws SQLException {
    postgres = Postgres.start(PostgresOptions.forTests(directory.resolve("data")));
    direct("create table kept (number int primary key)");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    cutPoint.disarm();
    direct("truncate kept");
  }

  @Test
  void passesEverythingWhileItIsNotArmed() throws SQLException {
    try (PostgresProxy proxy = PostgresProxy.to(postgres.port(), cutPoint);
        Connection connection = through(proxy, "extended");
        PreparedStatement large = connection.prepareStatement("select length(?), repeat('x', ?)")) {
      large.setString(1, "y".repeat(3_000_000));
      large.setInt(2, 2_000_000);
      ResultSet answer = large.executeQuery();
      answer.next();
      assertThat(answer.getInt(1)).isEqualTo(3_000_000);
      assertThat(answer.getString(2)).hasSize(2_000_000);
    }
  }

  @Test
  void countsTheMessagesOfClients() throws SQLException {
    try (PostgresProxy proxy = PostgresProxy.to(postgres.port(), cutPoint);
        Connection connection = through(proxy, "simple");
        Statement statement = connection.createStatement()) {
      cutPoint.arm(MESSAGES_MAX, Moment.BEFORE);
      for (int i = 0; i < 5; i++) {
        statement.execute("select " + i);
      }
      assertThat(cutPoint.seen()).isEqualTo(5);
      assertThat(cutPoint.hasFired()).isFalse();
    }
  }

  @Test
  void cutsWhileAClientStillIntroducesItself() throws SQLException {
    try (PostgresProxy proxy = PostgresProxy.to(postgres.port(), cutPoint)) {
      cutPoint.arm(1, Moment.AFTER);
      assertThatThrownBy(() -> through(proxy, "simple")).isInstanceOf(SQLException.class);
      assertThat(cutPoint.hasFired()).isTrue();
      try (Connection connection = through(proxy, "simple")) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }

  /**
   * Told an error, the caller finds all or nothing; what the server got decides, not who was told.
   */
  @ParameterizedTest
  @ValueSource(strings = {"simple", "extended"})
  void aTransactionIsAllOrNothingAtEveryCutPoint(String mode) throws SQLException {
    List<Boolean> before = committedAt(mode, Moment.BEFORE);
    List<Boolean> after = committedAt(mode, Moment.AFTER);

    assertThat(before).hasSameSizeAs(after).hasSizeBetween(4, MESSAGES_MAX);
    int last = before.size() - 1;
    assertThat(before.get(0)).isFalse();
    assertThat(after.get(last)).isTrue();
    assertThat(before.subList(1, last + 1)).isEqualTo(after.subList(0, last));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void onlyTheConnectionWithTheMessageIsCut(Moment moment) throws SQLException {
    try (PostgresProxy proxy = PostgresProxy.to(postgres.port(), cutPoint);
        Connection other = through(proxy, "simple");
        Connection unlucky = through(proxy, "simple");
        Statement statement = unlucky.createStatement()) {
      cutPoint.arm(1, moment);
      assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
      assertThat(other.isValid(5)).isTrue();
    }
  }

  /** For each message at which the line is cut, whether the transaction was committed. */
  private List<Boolean> committedAt(String mode, Moment moment) throws SQLException {
    List<Boolean> committed = new ArrayList<>();
    while (fails(mode, committed.size() + 1, moment)) {
      await().until(cutPoint::hasSettled);
      assertThat(count()).isIn(0L, 2L);
      committed.add(count() == 2);
      direct("truncate kept");
    }
    assertThat(count()).isEqualTo(2);
    direct("truncate kept");
    return committed;
  }

  private boolean fails(String mode, int message, Moment moment) throws SQLException {
    try (PostgresProxy proxy = PostgresProxy.to(postgres.port(), cutPoint);
        Connection connection = through(proxy, mode)) {
      connection.setAutoCommit(false);
      cutPoint.arm(message, moment);
      try (PreparedStatement insert = connection.prepareStatement("insert into kept values (?)")) {
        for (int i = 0; i < 2; i++) {
          insert.setInt(1, ++rows);
          insert.executeUpdate();
        }
        connection.commit();
        return false;
      } catch (SQLException cut) {
        return true;
      } finally {
        cutPoint.disarm();
      }
    }
  }

  private static Connection through(PostgresProxy proxy, String mode) throws SQLException {
    return DriverManager.getConnection(
        Postgres.jdbcUrl(proxy.port(), "risk") + "&preferQueryMode=" + mode);
  }

  private static void direct(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("risk"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count() throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("risk"));
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select count(*) from kept")) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
