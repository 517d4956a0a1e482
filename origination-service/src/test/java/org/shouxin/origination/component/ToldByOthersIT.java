package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What servicing and collections tell, once, twice and poisoned. */
@QuarkusTest
class ToldByOthersIT {

  @Test
  void theApplicationShowsHowTheLoanGoes() {
    TestBorrower borrower = TestBorrower.verified();
    String loan = borrower.contracted("34000.00");
    String application =
        borrower.http().get("/v1/applications").then().extract().path("items[0].id");
    String disbursed = "{\"loanId\":\"%s\",\"somethingNew\":1}".formatted(loan);
    UUID id = UUID.randomUUID();
    tell(loan, "servicing.loan.disbursed.v1", 1, id, disbursed);
    tell(loan, "servicing.loan.disbursed.v1", 1, id, disbursed);
    eventually(() -> loanIs(borrower, application, "DISBURSED"));
    tell(loan, "servicing.delinquency.changed.v1", 2, UUID.randomUUID(), disbursed);
    tell(loan, "servicing.loan.written-off.v1", 3, UUID.randomUUID(), disbursed);
    eventually(() -> loanIs(borrower, application, "WRITTEN_OFF"));
  }

  @Test
  void aLoanOfNobodyAndAPoisonedEventStopNothing() {
    tell(
        UUID.randomUUID().toString(),
        "servicing.loan.closed.v1",
        1,
        UUID.randomUUID(),
        "{\"loanId\":\"%s\"}".formatted(UUID.randomUUID()));
    tell(
        UUID.randomUUID().toString(),
        "servicing.loan.closed.v1",
        1,
        UUID.randomUUID(),
        "this is no JSON");
    theApplicationShowsHowTheLoanGoes();
  }

  @Test
  void aLostPersonIsAskedForANewNumberUntilFound() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    UUID caseId = UUID.randomUUID();
    Events.send(
        "collections.case",
        caseId,
        "collections.contact.lost.v1",
        1,
        """
        {"caseId":"%s","loanId":"%s","borrowerId":"%s","channel":"SMS","numberStatus":"EMPTY",
         "businessDate":"2026-05-01"}"""
            .formatted(caseId, UUID.randomUUID(), id));
    eventually(() -> updateRequired(borrower, true));
    Events.send(
        "collections.case",
        caseId,
        "collections.contact.found.v1",
        2,
        "{\"caseId\":\"%s\",\"borrowerId\":\"%s\"}".formatted(caseId, id));
    eventually(() -> updateRequired(borrower, false));
  }

  @Test
  void theSummaryCounts() {
    TestBorrower borrower = TestBorrower.verified();
    borrower.contracted("35000.00");
    TestBorrower.verified().apply(Peers.DECLINED).statusCode(201);
    var summary =
        TestBorrower.staff("auditor")
            .get("/v1/reports/summary")
            .then()
            .statusCode(200)
            .body("borrowersByState.VERIFIED", greaterThanOrEqualTo(2))
            .body("applicationsByState.CONTRACTED", greaterThanOrEqualTo(1))
            .body("declinesByReason.BLACKLISTED", greaterThanOrEqualTo(1))
            .body("approvals", greaterThanOrEqualTo(1))
            .extract();
    assertThat(summary.<Integer>path("applicationsByState.CONTRACTED").longValue())
        .isEqualTo(Rows.count("application where state = 'CONTRACTED'"));
  }

  private static void tell(String loan, String type, int version, UUID id, String payload) {
    Events.send("servicing.loan", UUID.fromString(loan), type, version, id, payload);
  }

  private static void loanIs(TestBorrower borrower, String application, String state) {
    borrower
        .http()
        .get("/v1/applications/" + application)
        .then()
        .body("loan.state", equalTo(state));
  }

  private static void updateRequired(TestBorrower borrower, boolean required) {
    borrower.http().get("/v1/borrowers/me").then().body("contactUpdateRequired", equalTo(required));
  }

  private static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
  }
}
