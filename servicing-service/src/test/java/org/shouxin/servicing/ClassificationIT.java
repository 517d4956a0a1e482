package org.shouxin.servicing;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Superuser;

/** Loans are classified by the law's floors, and the ledger holds what was set aside for them. */
@QuarkusTest
class ClassificationIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aLateLoanIsClassifiedProvidedForAndItsIncomeTakenBackUntilItIsGood() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate today = lender.today();
    classify(today);
    BigDecimal suspendedBefore = suspended();
    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("NORMAL");

    late(loanId, today.minusDays(91));
    JsonPath run = classify(today);
    JsonPath again = classify(today);

    assertThat(run.getLong("changed")).isEqualTo(1);
    assertThat(run.getLong("provisionMovedMinor")).isEqualTo(300_00 - 12_00);
    assertThat(again.getLong("changed")).isZero();
    assertThat(again.getLong("provisionMovedMinor")).isZero();
    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("SUBSTANDARD");
    assertThat(classOf(loanId).getInt("changes[0].daysPastDue")).isEqualTo(91);
    assertReportIsTheLedger(today);

    late(loanId, null);
    assertThat(classify(today).getLong("provisionMovedMinor")).isEqualTo(12_00 - 300_00);
    assertReportIsTheLedger(today);
    assertThat(suspended()).isEqualByComparingTo(suspendedBefore);
  }

  /** Non-accrual: what a bad loan earns stands in 1802 against its claim and is no income. */
  @Test
  void aMonthsEndClassifiesAndEachCloseAfterItKeepsBadIncomeOut() {
    LocalDate monthEnd = lender.today().plusDays(2).with(lastDayOfMonth());
    lender.closeUntil(monthEnd.minusDays(2));
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    late(loanId, monthEnd.minusDays(91));
    lender.closeUntil(monthEnd);
    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("NORMAL");

    lender.closeDay();

    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("SUBSTANDARD");
    assertThat(classOf(loanId).getString("changes[-1].day")).isEqualTo(monthEnd.toString());
    assertReportIsTheLedger(monthEnd);
    long atMonthEnd = suspendedMinor(loanId);
    lender.closeDay();
    assertThat(suspendedMinor(loanId)).isEqualTo(atMonthEnd + 40);
    assertReportIsTheLedger(monthEnd);
    whenWrittenOffItsSuspendedIncomeLessensTheLoss(loanId);
  }

  /** A charge-off: the claim leaves the books and lives on outside of them. */
  private void whenWrittenOffItsSuspendedIncomeLessensTheLoss(UUID loanId) {
    BigDecimal lossBefore = balance("5101");
    Superuser.execute("update loan set stage = 'M4_PLUS' where id = '%s'".formatted(loanId));
    String path = "/v1/loans/" + loanId + "/write-off";
    lender.keyed(lender.as("officer"), "{\"reason\":\"cannot be found\"}").post(path);
    Response approved = lender.keyed(lender.as("reviewer"), "").post(path + "/approval");
    assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);

    lender.closeDay();

    assertThat(suspendedMinor(loanId)).isZero();
    assertThat(balance("5101").subtract(lossBefore))
        .as("principal, and interest of the day of the write-off")
        .isBetween(new BigDecimal("1200.00"), new BigDecimal("1200.40"));
  }

  @Test
  @DisplayName("CN-CLASS-02: the watch begins anew when an instalment of it is late")
  void aWatchedLoanIsNoBetterThanItsFloorAndFailingItBeginsAnew() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate today = lender.today();
    Superuser.execute(
        """
        insert into restructured_loan
          (loan_id, restructured_on, watched_from, watch_until, floor_rank)
        values ('%s', date '%2$s' - 100, date '%2$s' - 90, date '%2$s' + 275, 2)"""
            .formatted(loanId, today));
    classify(today);
    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("SUBSTANDARD");

    late(loanId, today.minusDays(1));
    classify(today);

    assertThat(
            Superuser.count(
                """
                select watch_until - watched_from + (watched_from - date '%s')::bigint * 1000
                from restructured_loan where loan_id = '%s'"""
                    .formatted(today, loanId)))
        .isEqualTo(365 - 1_000);
    late(loanId, null);
    Superuser.execute("delete from restructured_loan where loan_id = '%s'".formatted(loanId));
    classify(today);
    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("NORMAL");
  }

  @Test
  void aPauseDoesNotCountForTheClass() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate today = lender.today();
    late(loanId, today.minusDays(100));
    Superuser.execute(
        "update loan set past_due_pauses = '%s/%s' where id = '%s'"
            .formatted(today.minusDays(20), today, loanId));

    classify(today);

    assertThat(classOf(loanId).getString("assetClass")).isEqualTo("SPECIAL_MENTION");
    late(loanId, null);
    classify(today);
  }

  @Test
  void aDayThatIsNotOpenIsNotClassified() {
    Response refused = lender.as("admin").post("/v1/classifications/" + lender.today().plusDays(1));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo("CLASSIFY_OPEN_DAY");
  }

  /** Makes the loan as late as if its first instalment had been due then. */
  private static void late(UUID loanId, LocalDate oldestDueOrNull) {
    Superuser.execute(
        "update loan set oldest_due_date = %s where id = '%s'"
            .formatted(oldestDueOrNull == null ? "null" : "'" + oldestDueOrNull + "'", loanId));
  }

  private void assertReportIsTheLedger(LocalDate today) {
    JsonPath report = lender.as("auditor").get("/v1/reports/provision").jsonPath();
    assertThat(report.getString("classifiedOn")).isEqualTo(today.toString());
    assertThat(report.getString("allowance.amount"))
        .isEqualTo(report.getString("provision.amount"));
    JsonPath trial = lender.as("auditor").get("/v1/ledger/trial-balance").jsonPath();
    assertThat(trial.getString("sum.amount")).isEqualTo("0.00");
    assertThat(
            new BigDecimal(trial.getString("lines.find { it.account == '1802' }.balance.amount")))
        .isEqualByComparingTo(new BigDecimal(report.getString("suspended.amount")).negate());
  }

  private static long suspendedMinor(UUID loanId) {
    return Superuser.count(
        "select suspended_interest_minor from loan_class where loan_id = '%s'".formatted(loanId));
  }

  private BigDecimal balance(String account) {
    return new BigDecimal(
        lender
            .as("auditor")
            .get("/v1/ledger/trial-balance")
            .jsonPath()
            .getString("lines.find { it.account == '%s' }.balance.amount".formatted(account)));
  }

  private BigDecimal suspended() {
    return new BigDecimal(
        lender.as("auditor").get("/v1/reports/provision").jsonPath().getString("suspended.amount"));
  }

  private JsonPath classify(LocalDate day) {
    Response done = lender.as("admin").post("/v1/classifications/" + day);
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    return done.jsonPath();
  }

  private JsonPath classOf(UUID loanId) {
    return lender.as("officer").get("/v1/loans/" + loanId + "/classification").jsonPath();
  }
}
