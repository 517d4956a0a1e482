package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** Money moves once, whatever the bank's line does. The bank is local-stack's, with its faults. */
@QuarkusTest
class BankFaultsIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  private final Lender lender = new Lender();

  @AfterEach
  void heal() {
    lender.world.clearFaults();
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_500, 0",
    "ERROR_AFTER_EFFECT, 0",
    "DELAY, 4000",
    "NO_CALLBACK, 0",
    "DUPLICATE_CALLBACK, 0",
    "LATE_CALLBACK, 3000",
    "WRONG_AMOUNT, 0"
  })
  void aPayoutReachesTheBorrowerOnce(String fault, long millis) {
    Borrower borrower = lender.borrower("0.00");
    lender.world.fault("bank", "payouts", fault, 1, millis, borrower.agreement());

    UUID loanId = lender.activeLoan(borrower, SMALL);

    assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("1000.00");
    assertThat(
            lender
                .as("officer")
                .get("/v1/loans/" + loanId + "/transactions")
                .jsonPath()
                .<String>getList("items.kind"))
        .containsExactly("DISBURSEMENT");
    await().atMost(Lender.SOON).until(() -> lender.world.bankTotals().untold() == 0);
    lender.assertBooksBalance();
  }

  @Test
  void anAmountThatTheBankNamesWronglyIsListedAsABreak() {
    long before = breaks();
    Borrower borrower = lender.borrower("0.00");
    lender.world.fault("bank", "payouts", "WRONG_AMOUNT", 1, 0, borrower.agreement());

    lender.activeLoan(borrower, SMALL);

    await().atMost(Lender.SOON).untilAsserted(() -> assertThat(breaks()).isEqualTo(before + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_AFTER_EFFECT, 0",
    "NO_CALLBACK, 0",
    "DUPLICATE_CALLBACK, 0",
    "LATE_CALLBACK, 2000",
    "WRONG_AMOUNT, 0"
  })
  void aPartialDebitIsPostedOnceAsTheBankBookedIt(String fault, long millis) {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    lender.world.deposit(borrower.card(), "60.00");
    lender.world.fault("bank", "debits", fault, 1, millis, borrower.agreement());

    JsonPath paid = payNow(borrower, loanId, "100.00");

    assertThat(paid.getString("state")).isEqualTo("PARTIAL");
    assertThat(paid.getString("collected.amount")).isEqualTo("60.00");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("60.00");
    await().atMost(Lender.SOON).until(() -> lender.world.bankTotals().untold() == 0);
    lender.assertBooksBalance();
  }

  @Test
  void anEmptyAccountFailsTheDebitAndNothingIsPosted() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());

    JsonPath paid = payNow(borrower, loanId, "100.00");

    assertThat(paid.getString("state")).isEqualTo("FAILED");
    assertThat(paid.getString("reason")).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("0.00");
  }

  @Test
  void aClosedAccountFailsThePayoutForGood() {
    Borrower borrower = lender.borrower("0.00");
    lender.world.closeAccount(borrower.card());

    UUID loanId = lender.sign(borrower, SMALL);

    lender.awaitState(loanId, "PAYOUT_FAILED");
    lender.assertBooksBalance();
  }

  @Test
  void aDayIsNotClosedWhileItsDebitsAreOpen() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.fault("bank", "debits", "ERROR_500", 3, 0, borrower.agreement());
    lender.keyed(lender.as(borrower), money("10.00")).post("/v1/loans/" + loanId + "/payments");

    Response refused = lender.as("admin").post("/v1/business-days/" + lender.today() + "/close");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo("DAY_HAS_OPEN_DEBITS");
    assertThat(refused.jsonPath().getInt("openDebits")).isEqualTo(1);
    lender.closeDay();
  }

  private JsonPath payNow(Borrower borrower, UUID loanId, String amount) {
    Response asked =
        lender.keyed(lender.as(borrower), money(amount)).post("/v1/loans/" + loanId + "/payments");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    String path = "/v1/payments/" + asked.jsonPath().getString("paymentId");
    await()
        .atMost(Lender.SOON)
        .until(() -> !"PROCESSING".equals(lender.as(borrower).get(path).path("state")));
    return lender.as(borrower).get(path).jsonPath();
  }

  private long breaks() {
    return lender.as("auditor").get("/v1/reports/summary").jsonPath().getLong("breaks");
  }

  private static String money(String amount) {
    return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(amount);
  }
}
