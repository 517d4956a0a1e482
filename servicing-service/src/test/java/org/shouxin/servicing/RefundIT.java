package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.SubLedger;

/** Credit goes back to the borrower once, or stays credit. The bank is local-stack's. */
@QuarkusTest
class RefundIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  private final Lender lender = new Lender();

  @Inject SubLedger subLedger;

  @AfterEach
  void heal() {
    lender.world.clearFaults();
  }

  @Test
  void aBorrowerGetsAPartThenTheRest() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = withCredit(borrower, "100.00");

    JsonPath part = settled(borrower, loanId, "{\"amount\":" + money("30.00") + "}");
    assertThat(part.getString("state")).isEqualTo("PAID");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("70.00");
    JsonPath rest = settled(lender.as("officer"), loanId, "{}");

    assertThat(rest.getString("amount.amount")).isEqualTo("70.00");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("0.00");
    assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("1000.00");
    assertThat(underWay()).isEqualTo("0.00");
    lender.assertBooksBalance();
    subLedger.assertAgreesWithLedger();
  }

  @Test
  void aLostAnswerAndARepeatedCallPayOnce() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = withCredit(borrower, "50.00");
    lender.world.fault("bank", "payouts", "ERROR_AFTER_EFFECT", 1, 0, borrower.agreement());
    RequestSpecification same =
        lender.as(borrower).header("Idempotency-Key", "refund-" + loanId).body("{}");

    Response first = same.contentType("application/json").post("/v1/loans/" + loanId + "/refunds");
    Response again = same.contentType("application/json").post("/v1/loans/" + loanId + "/refunds");

    assertThat(again.asString()).isEqualTo(first.asString());
    awaitOutcome(lender.as(borrower), first);
    assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("1000.00");
    lender.assertBooksBalance();
  }

  @Test
  void whatTheBankCannotPayIsCreditAgainFromTheSameDay() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = withCredit(borrower, "50.00");
    lender.world.closeAccount(borrower.card());

    JsonPath refund = settled(borrower, loanId, "{}");

    assertThat(refund.getString("state")).isEqualTo("FAILED");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("50.00");
    assertThat(
            lender
                .as(borrower)
                .get("/v1/loans/" + loanId + "/transactions")
                .jsonPath()
                .<String>getList("items.kind"))
        .startsWith("REFUND_RETURNED", "REFUND");
    assertThat(underWay()).isEqualTo("0.00");
    lender.assertBooksBalance();
    subLedger.assertAgreesWithLedger();
  }

  @Test
  void aRefundIsRefusedWhereNothingOrTooMuchIsAskedOrAnotherAsks() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = withCredit(borrower, "50.00");

    assertRule(order(lender.as(borrower), loanId, "60.00"), 422, "REFUND_RANGE");
    assertRule(order(lender.as(borrower), loanId, "0.00"), 422, "REFUND_RANGE");
    assertThat(order(lender.as(lender.borrower("0.00")), loanId, "1.00").statusCode())
        .isEqualTo(404);
    settled(borrower, loanId, "{}");
    assertRule(order(lender.as(borrower), loanId, "1.00"), 409, "REFUND_NO_CREDIT");
  }

  @Test
  void creditIsKeptWhileSomethingIsDueAndAPaymentBehindARefundStands() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    lender.closeUntil(lender.dueDate(loanId, 1));
    assertRule(order(lender.as(borrower), loanId, "1.00"), 409, "REFUND_WHILE_DUE");

    UUID paid = pay(borrower, loanId, "200.00");
    String credit = lender.balance(loanId).getString("unapplied.amount");
    JsonPath refund = settled(borrower, loanId, "{}");
    Response reversal =
        lender
            .keyed(lender.as("officer"), "{\"reason\":\"returned\"}")
            .post("/v1/payments/" + paid + "/reversal");

    assertThat(refund.getString("amount.amount")).isEqualTo(credit);
    assertRule(reversal, 409, "REVERSAL_OF_REFUNDED");
    lender.assertBooksBalance();
    subLedger.assertAgreesWithLedger();
  }

  private UUID withCredit(Borrower borrower, String amount) {
    UUID loanId = lender.activeLoan(borrower, SMALL);
    pay(borrower, loanId, amount);
    return loanId;
  }

  private UUID pay(Borrower borrower, UUID loanId, String amount) {
    lender.world.withdrawAll(borrower.card());
    lender.world.deposit(borrower.card(), "1000.00");
    Response asked =
        await()
            .atMost(Lender.SOON)
            .until(
                () ->
                    lender
                        .keyed(lender.as(borrower), "{\"amount\":" + money(amount) + "}")
                        .post("/v1/loans/" + loanId + "/payments"),
                answer -> answer.statusCode() == 202);
    String path = "/v1/payments/" + asked.path("paymentId");
    await()
        .atMost(Lender.SOON)
        .until(() -> "SUCCEEDED".equals(lender.as(borrower).get(path).path("state")));
    return UUID.fromString(asked.path("paymentId"));
  }

  private Response order(RequestSpecification who, UUID loanId, String amount) {
    return lender
        .keyed(who, "{\"amount\":" + money(amount) + "}")
        .post("/v1/loans/" + loanId + "/refunds");
  }

  private JsonPath settled(Borrower borrower, UUID loanId, String body) {
    return settled(lender.as(borrower), loanId, body);
  }

  private JsonPath settled(RequestSpecification who, UUID loanId, String body) {
    return awaitOutcome(
        lender.as("officer"), lender.keyed(who, body).post("/v1/loans/" + loanId + "/refunds"));
  }

  private JsonPath awaitOutcome(RequestSpecification who, Response asked) {
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    String path = "/v1/refunds/" + asked.path("refundId");
    await().atMost(Lender.SOON).until(() -> !"PROCESSING".equals(who.get(path).path("state")));
    return who.get(path).jsonPath();
  }

  private String underWay() {
    return lender
        .as("auditor")
        .get("/v1/ledger/trial-balance")
        .jsonPath()
        .getString("lines.find { it.account == '2103' }.balance.amount");
  }

  private static void assertRule(Response refused, int status, String rule) {
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo(rule);
  }

  private static String money(String amount) {
    return "{\"amount\":\"%s\",\"currency\":\"CNY\"}".formatted(amount);
  }
}
