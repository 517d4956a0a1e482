package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** What the database itself refuses, and that the books agree with the loans. */
@QuarkusTest
class LedgerIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);
  private static final int TWINS = 50;
  private static final String ANY_ID = "01890000-0000-7000-8000-000000000001";

  @Inject DataSource database;

  private final Lender lender = new Lender();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount_minor = amount_minor + 1",
        "delete from posting",
        "truncate posting cascade",
        "update posting_group set business_date = business_date - 1",
        "delete from posting_group",
        "update loan_transaction set amount_minor = 0",
        "delete from loan_transaction",
        "update allocation_line set amount_minor = 0",
        "delete from penalty_accrual"
      })
  void historyIsNotEdited(String sql) {
    assertThatThrownBy(() -> execute(sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void aGroupThatDoesNotBalanceDoesNotCommit() {
    String group = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                execute(
                    """
                    insert into posting_group
                      (id, business_date, reason, log_leaf_id, recorded_at)
                    values ('%1$s', '2026-01-31', 'test', '%2$s', now());
                    insert into posting
                      (group_id, account_code, business_date, amount_minor, currency)
                    values ('%1$s', '1001', '2026-01-31', 5, 'CNY')"""
                        .formatted(group, ANY_ID)))
        .hasMessageContaining("is not balanced");
  }

  @Test
  void theSubledgerIsTheGeneralLedger() throws SQLException {
    Borrower borrower = lender.borrower("0.00");
    lender.activeLoan(borrower, SMALL);

    assertThat(
            differences(
                """
                select count(*) from (
                  select sum(i.principal_minor - i.principal_paid_minor
                      - case when i.due_date > r.day then i.capitalised_minor else 0 end) principal,
                    sum(case when i.due_date <= r.day
                        then i.interest_minor + i.interest_deferred_minor - i.capitalised_minor
                        else i.interest_carried_minor
                          + coalesce((i.interest_minor + i.interest_deferred_minor
                              - i.interest_carried_minor)
                            * case when l.day_count like 'THIRTY%'
                                then greatest(0, days_360(i.period_start, r.day))
                                else greatest(0, r.day - i.period_start) end
                            / nullif(case when l.day_count like 'THIRTY%'
                                then days_360(i.period_start, i.due_date)
                                else i.due_date - i.period_start end, 0), 0)
                        end - i.interest_paid_minor) interest,
                    sum(i.penalty_accrued_minor - i.penalty_stretch_minor
                        + greatest(i.penalty_stretch_minor,
                            case when i.due_date > r.day then 0
                            else round((i.principal_minor - i.principal_paid_minor)
                              * l.penalty_rate * greatest(0, r.day - i.penalty_from) / 360)
                            end)
                        - i.penalty_paid_minor) penalty
                  from loan l
                  join accrual_partition p on p.partition = l.partition
                  cross join lateral
                    (select greatest(l.recognised_through, p.recognised_through) as day) r
                  join instalment i on i.loan_id = l.id and i.replaced_on is null
                  where l.state in ('ACTIVE', 'CLOSED')) sub
                cross join (
                  select
                    coalesce(sum(amount_minor) filter (where account_code = '1101'), 0) principal,
                    coalesce(sum(amount_minor) filter (where account_code = '1102'), 0) interest,
                    coalesce(sum(amount_minor) filter (where account_code = '1103'), 0) penalty
                  from posting) gl
                where (sub.principal, sub.interest, sub.penalty)
                  <> (gl.principal, gl.interest, gl.penalty)"""))
        .isZero();
    assertThat(
            differences(
                """
                select count(*) from loan l where l.credit_minor <> coalesce(
                  (select -sum(p.amount_minor) from posting p
                   where p.loan_id = l.id and p.account_code = '2101'), 0)"""))
        .isZero();
  }

  @Test
  void everyPostingGroupHasItsLeafInTheLog() throws SQLException {
    lender.activeLoan(lender.borrower("0.00"), SMALL);

    assertThat(
            differences(
                """
                select count(*) from posting_group g
                where not exists (select 1 from log_leaf l where l.id = g.log_leaf_id)"""))
        .isZero();
  }

  @Test
  void fiftyTwinsOfOnePaymentAreOneDebit() throws Exception {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String key = UUID.randomUUID().toString();
    Callable<Response> pay =
        () ->
            lender
                .as(borrower)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"amount\":{\"amount\":\"5.00\",\"currency\":\"CNY\"}}")
                .post("/v1/loans/" + loanId + "/payments");

    Set<String> answers = all(pay);

    assertThat(answers).hasSize(1);
    assertThat(
            differences(
                "select count(*) from bank_order where kind = 'DEBIT' and loan_id = '%s'"
                    .formatted(loanId)))
        .isEqualTo(1);
  }

  private static Set<String> all(Callable<Response> call)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(TWINS);
    try {
      List<Future<Response>> twins =
          pool.invokeAll(Stream.generate(() -> call).limit(TWINS).toList());
      Set<String> answers = new HashSet<>();
      for (Future<Response> twin : twins) {
        assertThat(twin.get().statusCode()).as(twin.get().asString()).isEqualTo(202);
        answers.add(twin.get().asString());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long differences(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
