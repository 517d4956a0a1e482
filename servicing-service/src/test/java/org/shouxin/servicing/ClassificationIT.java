package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
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
