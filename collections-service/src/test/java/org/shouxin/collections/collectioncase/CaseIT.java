package org.shouxin.collections.collectioncase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Topics;

/** Cases follow what servicing says about loans; real PostgreSQL and Kafka. */
@QuarkusTest
class CaseIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static void closed(Debtor debtor, String outcome) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count(
                    "select count(*) from collection_case where loan_id = ? and outcome = ?",
                    debtor.loanId,
                    outcome),
            n -> n == 1);
  }

  @Test
  void opensPastGraceFollowsAndClosesWhenCured() {
    LocalDate day = Days.today();
    Debtor debtor = Debtor.reachable();
    debtor.delinquency("GRACE", 2, day);
    debtor.delinquency("M1", 4, day);
    UUID caseId = debtor.caseId();
    debtor.delinquency("M2", 35, day.plusDays(31));
    await().atMost(SOON).until(() -> debtor.get("").path("stage").equals("M2"));
    Response shown = debtor.get("");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.header("ETag")).isNotBlank();
    assertThat(shown.<String>path("tier")).isEqualTo("MIDDLE");
    assertThat(shown.<String>path("amountDue.amount")).isEqualTo("500.00");
    debtor.delinquency("CURRENT", 0, day.plusDays(33));
    closed(debtor, "CURED");
    assertThat(Topics.types("collections.case", caseId.toString(), 2))
        .containsExactly("collections.case.opened.v1", "collections.case.closed.v1");
    assertThat(
            Topics.payload("collections.case", caseId.toString(), "collections.case.closed.v1")
                .path("outcome")
                .asText())
        .isEqualTo("CURED");
  }

  @Test
  void theListFindsTheLoansCase() {
    Debtor debtor = Debtor.reachable().withCase();
    Response found = Debtor.as("officer").get("/v1/cases?state=OPEN&loanId=" + debtor.loanId);
    assertThat(found.<Integer>path("items.size()")).isEqualTo(1);
    assertThat(found.<String>path("items[0].borrowerId")).isEqualTo(debtor.borrowerId.toString());
  }

  @Test
  void pagesFollowEachOther() {
    Debtor.reachable().withCase();
    Debtor.reachable().withCase();
    Response first = Debtor.as("auditor").get("/v1/cases?limit=1");
    Response second =
        Debtor.as("auditor")
            .queryParam("cursor", first.<String>path("nextCursor"))
            .get("/v1/cases?limit=1");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.<String>path("items[0].id")).isGreaterThan(first.<String>path("items[0].id"));
  }

  @Test
  void aWrittenOffLoanNeverGetsAnotherCase() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.loanEvent("servicing.loan.written-off.v1", Map.of("reason", "test"));
    closed(debtor, "WRITTEN_OFF");
    debtor.delinquency("M4_PLUS", 200, Days.today().plusDays(190));
    Debtor after = Debtor.reachable().withCase();
    after.loanEvent("servicing.loan.closed.v1", Map.of());
    closed(after, "CURED");
    assertThat(
            Database.count("select count(*) from collection_case where loan_id = ?", debtor.loanId))
        .isEqualTo(1);
  }

  @Test
  void aCuredLoanThatFallsBehindAgainGetsANewCase() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.delinquency("CURRENT", 0, Days.today());
    debtor.delinquency("M1", 4, Days.today().plusDays(30));
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count(
                    "select count(*) from collection_case where loan_id = ?", debtor.loanId),
            n -> n == 2);
  }

  @Test
  void anAgencySeesNothingThatWasNotPlacedWithIt() {
    Debtor debtor = Debtor.reachable().withCase();
    assertThat(Debtor.as("agency").get("/v1/cases/" + debtor.caseId()).statusCode()).isEqualTo(404);
    assertThat(Debtor.as("agency").get("/v1/cases").<Integer>path("items.size()")).isZero();
  }

  @Test
  void aForeignAndAMissingCaseLookTheSame() {
    Debtor debtor = Debtor.reachable().withCase();
    Response foreign = Debtor.as("agency").get("/v1/cases/" + debtor.caseId());
    Response missing = Debtor.as("agency").get("/v1/cases/" + UUID.randomUUID());
    assertThat(foreign.<String>path("detail")).isEqualTo(missing.<String>path("detail"));
    assertThat(foreign.<String>path("title")).isEqualTo(missing.<String>path("title"));
  }
}
