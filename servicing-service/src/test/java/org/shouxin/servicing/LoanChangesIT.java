package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** Money that is early, late in being known, or covers in another order. */
@QuarkusTest
class LoanChangesIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aQuoteEndsTheLoanOnAnyDayItIsValid() {
    Borrower borrower = lender.borrower("2000.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    LocalDate validTo = lender.dueDate(loanId, 1).minusDays(5);
    JsonPath quote =
        lender
            .as(borrower)
            .get("/v1/loans/" + loanId + "/payoff-quote?validTo=" + validTo)
            .jsonPath();
    assertThat(quote.getString("interest.amount")).isNotEqualTo("0.00");
    assertThat(quote.getString("principal.amount")).isEqualTo("1200.00");

    Response little = pay(borrower, loanId, "1199.99", "PAYOFF", null);
    assertThat(little.statusCode()).as(little.asString()).isEqualTo(409);
    assertThat(little.jsonPath().getString("rule")).isEqualTo("PAYOFF_AMOUNT");
    Response paid = pay(borrower, loanId, quote.getString("total.amount"), "PAYOFF", null);
    assertThat(paid.statusCode()).as(paid.asString()).isEqualTo(202);

    lender.awaitState(loanId, "CLOSED");
    assertThat(lender.balance(loanId).getString("unapplied.amount"))
        .isEqualTo(quote.getString("interest.amount"));
    lender.assertBooksBalance();
  }

  @Test
  void aPrepaymentLowersWhatIsStillToCome() {
    Borrower borrower = lender.borrower("2000.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    assertThat(pay(borrower, loanId, "600.00", "WHATEVER", null).statusCode()).isEqualTo(400);

    Response paid = pay(borrower, loanId, "600.00", "PREPAYMENT", "SHORTEN_TERM");
    assertThat(paid.statusCode()).as(paid.asString()).isEqualTo(202);

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(lender.balance(loanId).getString("principalOutstanding.amount"))
                    .isEqualTo("600.00"));
    JsonPath schedule = lender.as(borrower).get("/v1/loans/" + loanId + "/schedule").jsonPath();
    assertThat(schedule.getInt("scheduleVersion")).isEqualTo(2);
    assertThat(schedule.<Object>getList("instalments")).hasSize(1 + 6);
    lender.assertBooksBalance();
  }

  @Test
  void aPaymentThatWasEarlierThanKnownIsMovedAndCanStillBeTakenBack() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate first = lender.today();
    lender.closeDay();
    lender.toldTransfer(UUID.randomUUID().toString(), loanId, "BKV-" + loanId, "30.00");
    String paymentId =
        lender
            .as("officer")
            .get("/v1/loans/" + loanId + "/transactions")
            .jsonPath()
            .getString("items.find { it.kind == 'PAYMENT' }.paymentId");

    Response early = correct(paymentId, first.minusDays(1));
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.jsonPath().getString("rule")).isEqualTo("VALUE_DATE_RANGE");
    Response moved = correct(paymentId, first);
    assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);

    JsonPath lines = lender.as("officer").get("/v1/loans/" + loanId + "/transactions").jsonPath();
    assertThat(lines.<String>getList("items.kind"))
        .containsExactly("POSTED_AGAIN", "TAKEN_BACK", "PAYMENT", "DISBURSEMENT");
    assertThat(lines.getString("items[0].valueDate")).isEqualTo(first.toString());
    assertThat(
            lender
                .as("officer")
                .get("/v1/loans/" + loanId + "/balance?asOf=" + first)
                .jsonPath()
                .getString("unapplied.amount"))
        .isEqualTo("30.00");
    assertThat(lender.takeBack(loanId).statusCode()).isEqualTo(200);
    Response again = lender.takeBack(loanId);
    assertThat(again.jsonPath().getString("rule")).isEqualTo("PAYMENT_TAKEN_BACK");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("0.00");
    lender.assertBooksBalance();
  }

  @Test
  void anOrderAgainstTheLawIsNotTaken() {
    String path = "/v1/allocation-orders/LAWFUL";
    JsonPath standard = lender.as("admin").get(path).jsonPath();
    List<Object> steps = standard.getList("steps");

    Response turned = put(path, "VERTICAL", List.of(steps.get(3), steps.get(0)), steps);
    assertThat(turned.statusCode()).as(turned.asString()).isEqualTo(422);
    assertThat(turned.jsonPath().getString("rule")).isEqualTo("CN-PAY-01");
    Response vertical = put(path, "VERTICAL", List.of(), steps);
    assertThat(vertical.statusCode()).as(vertical.asString()).isEqualTo(200);

    assertThat(lender.as("admin").get(path).jsonPath().getString("direction"))
        .isEqualTo("VERTICAL");
  }

  @Test
  void aFeeIsOwedOnItsDayAndHeldUnderTheCap() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);

    Response dear = charge(loanId, "120.00");
    assertThat(dear.statusCode()).as(dear.asString()).isEqualTo(422);
    assertThat(dear.jsonPath().getString("rule")).isEqualTo("CN-PRICE-01");
    Response fee = charge(loanId, "10.00");
    assertThat(fee.statusCode()).as(fee.asString()).isEqualTo(201);

    assertThat(lender.balance(loanId).getString("costDue.amount")).isEqualTo("10.00");
    JsonPath fees = lender.as(borrower).get("/v1/loans/" + loanId + "/charges").jsonPath();
    assertThat(fees.getString("[0].kind")).isEqualTo("SERVICE");
    assertThat(fees.getString("[0].paid.amount")).isEqualTo("0.00");
    assertThat(fees.getString("[0].state")).isEqualTo("OPEN");
    lender.assertBooksBalance();
  }

  @Test
  void aFeeIsWaivedUpToWhatTheRoleMay() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    String fee = charge(loanId, "45.00").jsonPath().getString("chargeId");

    Response tooMuch = waive("officer", loanId, fee);
    assertThat(tooMuch.statusCode()).as(tooMuch.asString()).isEqualTo(422);
    assertThat(tooMuch.jsonPath().getString("rule")).isEqualTo("FEE_WAIVER_LIMIT");
    assertThat(waive("reviewer", loanId, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    Response waived = waive("reviewer", loanId, fee);
    assertThat(waived.statusCode()).as(waived.asString()).isEqualTo(200);
    Response again = waive("reviewer", loanId, fee);
    assertThat(again.jsonPath().getString("rule")).isEqualTo("FEE_SETTLED");

    assertThat(lender.balance(loanId).getString("costDue.amount")).isEqualTo("0.00");
    JsonPath fees = lender.as("officer").get("/v1/loans/" + loanId + "/charges").jsonPath();
    assertThat(fees.getString("[0].state")).isEqualTo("WAIVED");
    JsonPath lines = lender.as("officer").get("/v1/loans/" + loanId + "/transactions").jsonPath();
    assertThat(lines.getString("items[0].kind")).isEqualTo("FEE_WAIVED");
    lender.assertBooksBalance();
  }

  @Test
  void daysOfAPauseAreNotPastDueAndNoneIsPausedTwice() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    LocalDate due = lender.dueDate(loanId, 1);

    assertThat(pause(loanId, due.plusDays(1), due.plusDays(20)).statusCode()).isEqualTo(200);
    Response again = pause(loanId, due.plusDays(20), due.plusDays(30));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("rule")).isEqualTo("PAUSE_OVERLAPS");
    lender.closeUntil(due.plusDays(6));
    JsonPath paused = lender.balance(loanId);
    assertThat(paused.getString("amountDue.amount")).isEqualTo("112.15");
    assertThat(paused.getInt("daysPastDue")).isZero();
    assertThat(paused.getString("stage")).isEqualTo("CURRENT");
  }

  private Response charge(UUID loanId, String amount) {
    return lender
        .keyed(
            lender.as("officer"),
            """
            {"kind":"SERVICE","amount":{"amount":"%s","currency":"CNY"},"dueDate":"%s",
             "reason":"a copy of the contract"}"""
                .formatted(amount, lender.today()))
        .post("/v1/loans/" + loanId + "/charges");
  }

  private Response waive(String role, UUID loanId, String chargeId) {
    return lender
        .keyed(lender.as(role), "{\"reason\":\"charged by mistake\"}")
        .post("/v1/loans/" + loanId + "/charges/" + chargeId + "/waiver");
  }

  private Response pause(UUID loanId, LocalDate first, LocalDate last) {
    return lender
        .keyed(
            lender.as("officer"),
            """
            {"first":"%s","last":"%s","reason":"a flood"}"""
                .formatted(first, last))
        .post("/v1/loans/" + loanId + "/pauses");
  }

  /** The steps with those of the first list in front. */
  private Response put(String path, String direction, List<Object> front, List<Object> steps) {
    List<Object> ordered = new ArrayList<>(front);
    steps.stream().filter(step -> !front.contains(step)).forEach(ordered::add);
    return lender
        .as("admin")
        .contentType("application/json")
        .body(Map.of("direction", direction, "steps", ordered, "beyond", "CREDIT"))
        .put(path);
  }

  @Test
  void whatAPaymentCoversAndWhatAccruesIsExplained() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String why = "/v1/loans/" + loanId + "/explanations?figure=";
    lender.toldTransfer(UUID.randomUUID().toString(), loanId, "BKW-" + loanId, "30.00");
    String paymentId =
        lender
            .as("officer")
            .get("/v1/loans/" + loanId + "/transactions")
            .jsonPath()
            .getString("items.find { it.kind == 'PAYMENT' }.paymentId");

    JsonPath accrued = lender.as(borrower).get(why + "ACCRUED_INTEREST&instalment=1").jsonPath();
    JsonPath covered =
        lender.as(borrower).get(why + "ALLOCATION&paymentId=" + paymentId).jsonPath();
    JsonPath penalty = lender.as(borrower).get(why + "PENALTY&instalment=1").jsonPath();

    assertThat(accrued.getString("formula")).isEqualTo("ACCRUAL_SHARE");
    assertThat(accrued.getString("result")).isEqualTo("0.00");
    assertThat(accrued.getString("text.zh")).contains("应计利息");
    assertThat(covered.getString("inputs.surplus")).isEqualTo("30.00");
    assertThat(penalty.getString("result")).isEqualTo("0.00");
    assertThat(penalty.getString("text.en")).startsWith("Penalty interest of instalment 1");
    for (String bad :
        new String[] {
          "ALLOCATION",
          "PENALTY",
          "WHATEVER&instalment=1",
          "PENALTY&instalment=99",
          "PENALTY&instalment=one",
          "PENALTY&instalment=1&asOf=2999-01-01"
        }) {
      assertThat(lender.as(borrower).get(why + bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(
            lender.as(borrower).get(why + "ALLOCATION&paymentId=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(lender.as(lender.borrower("0.00")).get(why + "PENALTY&instalment=1").statusCode())
        .isEqualTo(404);
    assertThat(lender.takeBack(loanId).statusCode()).isEqualTo(200);
    lender.assertBooksBalance();
  }

  private Response pay(Borrower borrower, UUID loanId, String amount, String purpose, String mode) {
    return lender
        .keyed(
            lender.as(borrower),
            """
            {"amount":{"amount":"%s","currency":"CNY"},"purpose":"%s"%s}"""
                .formatted(amount, purpose, mode == null ? "" : ",\"mode\":\"" + mode + "\""))
        .post("/v1/loans/" + loanId + "/payments");
  }

  private Response correct(String paymentId, LocalDate valueDate) {
    return lender
        .keyed(
            lender.as("officer"),
            """
            {"valueDate":"%s","reason":"the bank booked it late"}"""
                .formatted(valueDate))
        .post("/v1/payments/" + paymentId + "/value-date");
  }
}
