package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Topics.Seen;

/** Loans live through the service, over HTTP and topics, on a real PostgreSQL, Kafka and bank. */
@QuarkusTest
class LoanLifeIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aContractToldTwiceIsPaidOutOnce() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = UUID.randomUUID();
    UUID eventId = UUID.randomUUID();

    lender.tellContract(eventId, loanId, borrower, SMALL);
    lender.tellContract(eventId, loanId, borrower, SMALL);
    lender.tellContract(UUID.randomUUID(), loanId, borrower, SMALL);
    lender.awaitState(loanId, "ACTIVE");

    assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("1200.00");
    assertThat(
            lender
                .as("officer")
                .get("/v1/loans/" + loanId + "/transactions")
                .jsonPath()
                .<String>getList("items.kind"))
        .containsExactly("DISBURSEMENT");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(lender.eventTypes(loanId))
                    .containsExactly("servicing.loan.disbursed.v1"));
    lender.assertBooksBalance();
  }

  @Test
  void aLoanIsRemindedDebitedAndPaid() {
    Borrower borrower = lender.borrower("500.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    LocalDate due = lender.dueDate(loanId, 1);

    lender.closeUntil(due.minusDays(3));
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> {
              assertThat(lender.world.messagesTo(borrower.phone())).hasSize(1);
              assertThat(lender.eventTypes(loanId)).contains("servicing.reminder.delivered.v1");
            });
    assertThat(lender.world.messagesTo(borrower.phone()).get(0).text())
        .contains("112.00")
        .contains(due.toString());
    lender.closeUntil(due);
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(lender.balance(loanId).getString("amountDue.amount")).isEqualTo("0.00"));

    Seen received = lastOf(loanId, "servicing.payment.received.v1");
    assertThat(received.payload().at("/amount/amount").asText()).isEqualTo("112.00");
    assertThat(received.payload().at("/allocation/interest/amount").asText()).isEqualTo("12.00");
    assertThat(received.payload().at("/allocation/principal/amount").asText()).isEqualTo("100.00");
    assertThat(
            lender
                .as("collector")
                .get("/v1/loans/" + loanId + "/cleared?from=" + due + "&to=" + due)
                .jsonPath()
                .getString("cleared.amount"))
        .isEqualTo("112.00");
    lender.assertBooksBalance();
  }

  @Test
  void anEmptyAccountMakesTheLoanLateAndMoneyCuresIt() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    lender.world.deposit(borrower.card(), "40.00");
    LocalDate due = lender.dueDate(loanId, 1);

    lender.closeUntil(due.plusDays(1));
    assertThat(lender.balance(loanId).getString("amountDue.amount")).isEqualTo("72.00");
    lender.closeUntil(due.plusDays(6));
    JsonPath late = lender.balance(loanId);
    assertThat(late.getString("stage")).isEqualTo("M1");
    assertThat(late.getInt("daysPastDue")).isEqualTo(6);
    assertThat(late.getString("penaltyDue.amount")).isEqualTo("0.11");
    assertThat(stages(loanId)).containsExactly("GRACE", "M1");

    lender.world.deposit(borrower.card(), "1000.00");
    Response paid =
        lender
            .keyed(lender.as(borrower), "{\"amount\":{\"amount\":\"72.11\",\"currency\":\"CNY\"}}")
            .post("/v1/loans/" + loanId + "/payments");
    assertThat(paid.statusCode()).as(paid.asString()).isEqualTo(202);
    String paymentId = paid.jsonPath().getString("paymentId");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lender
                            .as(borrower)
                            .get("/v1/payments/" + paymentId)
                            .jsonPath()
                            .getString("state"))
                    .isEqualTo("SUCCEEDED"));

    assertThat(lender.balance(loanId).getString("stage")).isEqualTo("CURRENT");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(() -> assertThat(stages(loanId)).containsExactly("GRACE", "M1", "CURRENT"));
    JsonPath then =
        lender
            .as("collector")
            .get("/v1/loans/" + loanId + "/balance?asOf=" + due.plusDays(5))
            .jsonPath();
    assertThat(then.getInt("daysPastDue")).isEqualTo(5);
    assertThat(then.getString("amountDue.amount")).isEqualTo("72.07");
    lender.assertBooksBalance();
  }

  @Test
  void anIllBorrowerGetsAnExtension() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    LocalDate due = lender.dueDate(loanId, 1);

    Response asked =
        lender
            .keyed(
                lender.as(borrower),
                """
                {"kind":"EXTENSION","reason":"ILLNESS","months":2,"evidence":"in hospital"}""")
            .post("/v1/loans/" + loanId + "/arrangements");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    assertThat(asked.jsonPath().getString("state")).isEqualTo("REQUESTED");
    assertThat(asked.jsonPath().getString("costDifference.amount")).isEqualTo("24.00");
    assertThat(asked.jsonPath().<Object>getList("instalments")).hasSize(12);
    Response accepted =
        lender
            .keyed(lender.as(borrower), "")
            .post(
                "/v1/loans/"
                    + loanId
                    + "/arrangements/"
                    + asked.jsonPath().getString("arrangementId")
                    + "/acceptance");
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);

    assertThat(lender.dueDate(loanId, 1)).isAfter(due.plusDays(50));
    assertThat(
            lender
                .as(borrower)
                .get("/v1/loans/" + loanId + "/schedule?allVersions=true")
                .jsonPath()
                .<Object>getList("instalments"))
        .hasSize(24);
    Response again =
        lender
            .keyed(
                lender.as(borrower), "{\"kind\":\"EXTENSION\",\"reason\":\"ILLNESS\",\"months\":1}")
            .post("/v1/loans/" + loanId + "/arrangements");
    assertThat(again.jsonPath().getString("state")).isEqualTo("REFERRED");
    assertThat(again.jsonPath().getString("rule")).isEqualTo("ARRANGEMENT_PER_YEAR");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lender.events(loanId).stream()
                            .filter(e -> e.type().contains("arrangement-changed"))
                            .map(e -> e.payload().path("state").asText()))
                    .containsExactly("REQUESTED", "ACCEPTED", "REQUESTED"));
  }

  @Test
  void aLoanNobodyPaysIsWrittenOffAndLaterMoneyIsRecovery() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    Response early =
        lender
            .keyed(lender.as("officer"), "{\"reason\":\"cannot be found\"}")
            .post("/v1/loans/" + loanId + "/write-off");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.jsonPath().getString("rule")).isEqualTo("WRITE_OFF_STAGE");

    lender.closeUntil(lender.dueDate(loanId, 1).plusDays(93));
    Response stale =
        lender
            .keyed(lender.as("officer"), "{\"reason\":\"cannot be found\"}")
            .header("If-Match", "\"1\"")
            .post("/v1/loans/" + loanId + "/write-off");
    assertThat(stale.statusCode()).isEqualTo(412);
    Response off =
        lender
            .keyed(lender.as("officer"), "{\"reason\":\"cannot be found\"}")
            .post("/v1/loans/" + loanId + "/write-off");
    assertThat(off.statusCode()).as(off.asString()).isEqualTo(202);
    assertThat(decide(loanId, "officer").jsonPath().getString("rule"))
        .isEqualTo("WRITE_OFF_FOUR_EYES");
    assertThat(lender.balance(loanId).getString("stage")).isEqualTo("M4_PLUS");
    Response approved = decide(loanId, "reviewer");
    assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);

    assertThat(lender.balance(loanId).getString("stage")).isEqualTo("WRITTEN_OFF");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lastOf(loanId, "servicing.loan.written-off.v1")
                            .payload()
                            .path("logLeafId")
                            .asText())
                    .isNotBlank());
    lender.world.deposit(borrower.card(), "300.00");
    lender.world.transfer(
        UUID.randomUUID().toString(), borrower.card(), "250.00", loanId.toString());
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lender
                            .as("auditor")
                            .get("/v1/reports/summary")
                            .jsonPath()
                            .getString("recovered.amount"))
                    .isEqualTo("250.00"));
    lender.assertBooksBalance();
  }

  @Test
  void aTransferCountsForItsLoanAndAnUnknownOneWaits() {
    Borrower borrower = lender.borrower("500.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);

    lender.world.transfer(
        UUID.randomUUID().toString(), borrower.card(), "30.00", loanId.toString());
    lender.world.transfer(UUID.randomUUID().toString(), borrower.card(), "7.00", "thanks");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> {
              assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("30.00");
              assertThat(
                      lender
                          .as("auditor")
                          .get("/v1/reports/summary")
                          .jsonPath()
                          .getString("unknown.amount"))
                  .isEqualTo("7.00");
            });
    lender.assertBooksBalance();
  }

  @Test
  void aPaymentIsTakenBackByReversing() {
    UUID loanId = lender.activeLoan(lender.borrower("500.00"), SMALL);
    lender.toldTransfer(UUID.randomUUID().toString(), loanId, "BKZ-" + loanId, "30.00");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("30.00");

    Response reversed = lender.takeBack(loanId);
    assertThat(reversed.statusCode()).as(reversed.asString()).isEqualTo(200);

    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("0.00");
    List<String> kinds =
        lender
            .as("officer")
            .get("/v1/loans/" + loanId + "/transactions")
            .jsonPath()
            .getList("items.kind");
    assertThat(kinds).containsExactly("PAYMENT_REVERSAL", "PAYMENT", "DISBURSEMENT");
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> assertThat(lender.eventTypes(loanId)).contains("servicing.payment.reversed.v1"));
  }

  private Response decide(UUID loanId, String role) {
    return lender.keyed(lender.as(role), "").post("/v1/loans/" + loanId + "/write-off/approval");
  }

  private List<String> stages(UUID loanId) {
    return lender.events(loanId).stream()
        .filter(e -> e.type().equals("servicing.delinquency.changed.v1"))
        .map(e -> e.payload().path("stage").asText())
        .toList();
  }

  private Seen lastOf(UUID loanId, String type) {
    return await()
        .atMost(Lender.SOON)
        .until(
            () ->
                lender.events(loanId).stream()
                    .filter(e -> e.type().equals(type))
                    .reduce((first, second) -> second),
            Optional::isPresent)
        .orElseThrow();
  }
}
