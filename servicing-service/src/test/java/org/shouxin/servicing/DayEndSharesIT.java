package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.dayend.CloseBusinessDay;
import org.shouxin.servicing.dayend.DayPartitions;
import org.shouxin.servicing.dayend.DayPartitions.Counts;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.SubLedger;

/**
 * The close of a day is shared out among workers, any of which may die: whatever happens meanwhile,
 * every loan is turned once and its claims agree with the ledger to the cent.
 */
@QuarkusTest
class DayEndSharesIT {

  private static final Deal LONG = new Deal("12000.00", "0.15", "EQUAL_INSTALMENT", 12);
  private static final int LOANS = 12;
  private static final int CATCH_UP_DAYS = 40;
  private static final int CUTS = 5;

  private final Lender lender = new Lender();

  @Inject CloseBusinessDay engine;
  @Inject DayPartitions partitions;
  @Inject SubLedger subLedger;
  @Inject UnitOfWork work;

  @AfterEach
  void agree() {
    change("update day_partition set lease_until = now() where lease_until > now()");
    awaitNoDebits();
    subLedger.assertAgreesWithLedger();
    lender.assertBooksBalance();
  }

  @Test
  void twoEnginesShareADueDay() {
    List<UUID> loans = loans();
    LocalDate eve = eveOfFirstDueDate(loans);

    List<BusinessDay> closed =
        Uni.join()
            .all(List.of(engine.close(eve), engine.close(eve)))
            .andFailFast()
            .await()
            .atMost(Lender.SOON);

    assertThat(closed).extracting(BusinessDay::state).containsOnly(BusinessDay.State.CLOSED);
    assertDebitedOnce(loans, eve.plusDays(1));
  }

  @Test
  void aCloseWhoseConnectionsDieAgainAndAgainEndsAsAnUndisturbedOne() {
    List<UUID> loans = loans();
    LocalDate eve = eveOfFirstDueDate(loans);
    CompletableFuture<Void> close =
        CompletableFuture.runAsync(() -> lender.closeUntil(eve.plusDays(1)));

    int cut = 0;
    while (!close.isDone() && cut < CUTS) {
      cut +=
          (int)
              number(
                  """
          select count(pg_terminate_backend(pid)) from pg_stat_activity
          where datname = 'servicing' and pid <> pg_backend_pid()
            and query ~ 'day_partition|accrual_partition|update loan|bank_order'""");
    }
    close.join();

    assertThat(cut).isPositive();
    assertDebitedOnce(loans, eve.plusDays(1));
    assertThat(number("select count(*) from business_day where day = '%s'".formatted(eve))).isOne();
  }

  @Test
  void paymentsGoOnBetweenThePartsOfADayOfWhichOneWorkerIsGone() {
    List<UUID> loans = loans();
    Borrower payer = lender.borrower("0.00");
    UUID paid = lender.activeLoan(payer, LONG);
    lender.world.deposit(payer.card(), "900.00");
    LocalDate eve = eveOfFirstDueDate(loans);
    heldByAWorkerThatIsGone(eve, "partition % 2 = 1");

    Response underWay = lender.as("admin").post("/v1/business-days/" + eve + "/close");

    assertThat(underWay.statusCode()).isEqualTo(202);
    assertThat(underWay.jsonPath().getString("state")).isEqualTo("CLOSING");
    assertThat(underWay.jsonPath().getInt("progress.partitions")).isEqualTo(64);
    assertThat(underWay.jsonPath().getInt("progress.partitionsDone")).isEqualTo(32);
    subLedger.assertAgreesWithLedger();
    for (UUID loan : List.of(paid, loans.get(0), loans.get(1), loans.get(2))) {
      pay(payer, loan);
      subLedger.assertAgreesWithLedger();
    }

    change("update day_partition set lease_until = now() where state = 'CLAIMED'");

    lender.closeUntil(eve.plusDays(1));
    assertDebitedOnce(loans, eve.plusDays(1));
  }

  @Test
  void aWorkerThatWasThoughtDeadChangesNothingWhenItWakes() {
    LocalDate day = lender.today();
    Uni<Void> woken =
        work.inTransaction(
            () ->
                partitions
                    .shareOut(day)
                    .chain(() -> partitions.claim(day, UUID.randomUUID()))
                    .call(
                        () ->
                            work.change(
                                "update day_partition set lease_until = now() - '1 s'::interval"))
                    .call(() -> partitions.claim(day, UUID.randomUUID()))
                    .chain(first -> partitions.keep(first.orElseThrow(), new Counts(1, 1, 1))));

    assertThatThrownBy(() -> woken.await().atMost(Lender.SOON))
        .isInstanceOf(DayPartitions.ShareLost.class);
  }

  @Test
  void aDayClosedAgainChangesNothing() {
    loans();
    LocalDate day = lender.today();
    lender.closeDay();
    String before = books();

    lender.as("admin").post("/v1/business-days/" + day + "/close").then().statusCode(200);

    assertThat(books()).isEqualTo(before);
  }

  @Test
  void manyDaysAreCaughtUpInOrderAsIfEachHadBeenClosedAlone() {
    List<UUID> loans = loans();
    LocalDate first = lender.today();
    LocalDate last = first.plusDays(CATCH_UP_DAYS - 1);

    await()
        .atMost(Lender.SOON.multipliedBy(3))
        .until(
            () ->
                lender
                        .as("admin")
                        .contentType("application/json")
                        .body("{\"to\":\"%s\"}".formatted(last))
                        .post("/v1/business-days/catch-up")
                        .statusCode()
                    == 200);

    assertThat(lender.today()).isEqualTo(last.plusDays(1));
    assertThat(
            number(
                "select count(*) from business_day where state = 'CLOSED' and day between '%s' and '%s'"
                    .formatted(first, last)))
        .isEqualTo(CATCH_UP_DAYS);
    assertDebitedOnce(loans, lender.dueDate(loans.get(0), 1));
    JsonPath twice =
        lender
            .as("admin")
            .contentType("application/json")
            .body("{\"to\":\"%s\"}".formatted(first))
            .post("/v1/business-days/catch-up")
            .jsonPath();
    assertThat(twice.getString("date")).isEqualTo(last.plusDays(1).toString());
  }

  @Test
  void moreDaysThanAreClosedAtOnceAreRefused() {
    Response refused =
        lender
            .as("admin")
            .contentType("application/json")
            .body("{\"to\":\"%s\"}".formatted(lender.today().plusYears(5)))
            .post("/v1/business-days/catch-up");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo("CATCH_UP_RANGE");
  }

  private List<UUID> loans() {
    List<UUID> loans =
        IntStream.range(0, LOANS)
            .mapToObj(i -> lender.sign(lender.borrower("3000.00"), LONG))
            .toList();
    loans.forEach(loan -> lender.awaitState(loan, "ACTIVE"));
    return loans;
  }

  /** Closes days until the loans fall due on the next one. */
  private LocalDate eveOfFirstDueDate(List<UUID> loans) {
    LocalDate eve = lender.dueDate(loans.get(0), 1).minusDays(1);
    lender.closeUntil(eve);
    awaitNoDebits();
    return eve;
  }

  private void assertDebitedOnce(List<UUID> loans, LocalDate due) {
    for (UUID loan : loans) {
      assertThat(
              number(
                  """
                  select count(*) from bank_order
                  where loan_id = '%s' and kind = 'DEBIT' and business_date = '%s'"""
                      .formatted(loan, due)))
          .isOne();
    }
  }

  /** As a worker leaves it that was killed just after it had taken its share. */
  private void heldByAWorkerThatIsGone(LocalDate day, String share) {
    change(
        """
        insert into day_partition (day, partition, state, loans, loans_due, owner, lease_until)
        select '%s', partition, case when %s then 'CLAIMED' else 'WAITING' end, 0, 0,
          case when %s then gen_random_uuid() end, case when %s then now() + interval '1 h' end
        from accrual_partition"""
            .formatted(day, share, share, share));
  }

  private void pay(Borrower payer, UUID loan) {
    lender.world.transfer(UUID.randomUUID().toString(), payer.card(), "10.00", loan.toString());
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                number(
                        "select count(*) from loan_transaction where kind = 'PAYMENT' and loan_id = '%s'"
                            .formatted(loan))
                    == 1);
  }

  private void awaitNoDebits() {
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                number(
                        """
                        select count(*) from bank_order where state in ('CREATED', 'SENT')
                          and business_date <= (select day from business_day where state <> 'CLOSED')""")
                    == 0);
  }

  private String books() {
    return text(
        """
        select (select count(*) || '/' || sum(id) from posting) || ' '
          || (select count(*) || '/' || sum(version) from loan) || ' '
          || (select count(*) from outbox)""");
  }

  private static long number(String sql) {
    return Long.parseLong(text(sql));
  }

  private static String text(String sql) {
    try (Connection connection =
            DriverManager.getConnection(LocalStackResource.jdbcUrl("servicing"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void change(String sql) {
    try (Connection connection =
            DriverManager.getConnection(LocalStackResource.jdbcUrl("servicing"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
