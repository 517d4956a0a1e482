package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Topics;

/** Wrong input gets a problem that names field and rule, and leaves nothing behind. */
@QuarkusTest
class BadInputIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private final Lender lender = new Lender();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"99.99\"      | CNY | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | PRINCIPAL_RANGE",
        "\"-5.00\"      | CNY | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | PRINCIPAL_RANGE",
        "\"10000000.01\"| CNY | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | PRINCIPAL_RANGE",
        "\"1.005\"      | CNY | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | MONEY_AMOUNT",
        "1000           | CNY | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | MONEY",
        "\"1000.00\"    | USD | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | CURRENCY_NOT_SERVED",
        "\"1000.00\"    | XXQ | \"0.18\" | EQUAL_INSTALMENT | 12 | null | 400 | MONEY_CURRENCY",
        "\"1000.00\"    | CNY | \"-0.1\" | EQUAL_INSTALMENT | 12 | null | 400 | RATE_RANGE",
        "\"1000.00\"    | CNY | 0.18     | EQUAL_INSTALMENT | 12 | null | 400 | DECIMAL",
        "\"1000.00\"    | CNY | \"0.25\" | EQUAL_INSTALMENT | 12 | null | 422 | CN-PRICE-01",
        "\"1000.00\"    | CNY | \"0.13\" | EQUAL_INSTALMENT | 12 | \"2028-01-01\" | 422 | CN-PRICE-01",
        "\"1000.00\"    | CNY | \"0.18\" | BULLET           | 13 | null | 422 | CN-LIMIT-01",
        "\"1000.00\"    | CNY | \"0.18\" | EQUAL_INSTALMENT | 61 | null | 400 | TERM_RANGE",
        "\"1000.00\"    | CNY | \"0.18\" | EQUAL_INSTALMENT | 0  | null | 400 | TERM_RANGE"
      })
  void aPreviewOutOfRangeNamesItsRule(
      String amount,
      String currency,
      String rate,
      String method,
      int months,
      String start,
      int status,
      String rule) {
    Response refused =
        lender
            .as("borrower")
            .contentType("application/json")
            .body(
                """
                {"principal":{"amount":%s,"currency":"%s"},"annualRate":%s,"method":"%s",
                 "termMonths":%d,"startDate":%s}"""
                    .formatted(amount, currency, rate, method, months, start))
            .post("/v1/schedules/preview");

    assertProblem(refused, status, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "[]",
        "{\"principal\":{\"amount\":\"1000.00\",\"currency\":\"CNY\"},\"suprise\":1}",
        "{\"method\":\"WEEKLY\"}",
        "{\"startDate\":\"2026-02-30\"}",
        "{}"
      })
  void whatIsNoPreviewIsRefused(String body) {
    Response refused =
        lender
            .as("borrower")
            .contentType("application/json")
            .body(body)
            .post("/v1/schedules/preview");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).doesNotContain("org.shouxin").doesNotContain("Exception");
  }

  @Test
  void aHugeBodyIsRefused() {
    Response refused =
        lender
            .as("borrower")
            .contentType("application/json")
            .body("{\"x\":\"" + "y".repeat(TEN_MEGABYTES) + "\"}")
            .post("/v1/schedules/preview");

    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, CNY, 400, PAYMENT_RANGE",
    "-1.00, CNY, 400, PAYMENT_RANGE",
    "10000000.01, CNY, 400, PAYMENT_RANGE",
    "1.00, USD, 400, CURRENCY_MISMATCH"
  })
  void aPaymentOutOfRangeIsRefused(String amount, String currency, int status, String rule) {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);

    assertProblem(
        lender
            .keyed(lender.as(borrower), money(amount, currency))
            .post("/v1/loans/" + loanId + "/payments"),
        status,
        rule);
  }

  @Test
  void aKeyBelongsToOneRequest() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String path = "/v1/loans/" + loanId + "/payments";
    String key = UUID.randomUUID().toString();

    Response first = pay(borrower, path, key, "5.00");
    Response again = pay(borrower, path, key, "5.00");
    Response other = pay(borrower, path, key, "6.00");
    Response none =
        lender.as(borrower).contentType("application/json").body(money("5.00", "CNY")).post(path);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
    assertProblem(none, 400, "IDEMPOTENCY_KEY_REQUIRED");
  }

  @Test
  void daysAndDatesThatCannotBeAreRefused() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    String loan = "/v1/loans/" + loanId;

    assertProblem(
        lender.as("officer").get(loan + "/balance?asOf=2099-01-01"), 400, "AS_OF_IN_FUTURE");
    assertProblem(lender.as("officer").get(loan + "/balance?asOf=2026-02-30"), 400, "DATE");
    assertProblem(lender.as("officer").get(loan + "/cleared?from=2026-02-01"), 400, "DATE_RANGE");
    assertProblem(lender.as("officer").get("/v1/loans?cursor=junk"), 400, "CURSOR");
    assertProblem(lender.as("officer").get("/v1/loans?limit=1000"), 400, "PAGE_LIMIT");
    assertProblem(
        lender.as("admin").post("/v1/business-days/2099-01-01/close"),
        409,
        "BUSINESS_DAY_NOT_CURRENT");
    assertProblem(lender.as("admin").post("/v1/business-days/yesterday/close"), 400, "DATE");
    assertThat(lender.as("officer").get("/v1/loans/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(lender.as("officer").get("/v1/loans/not-an-id").statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusalSpeaksTheCallersLanguage() {
    String body =
        """
        {"principal":{"amount":"1000.00","currency":"CNY"},"annualRate":"0.25",
         "method":"EQUAL_INSTALMENT","termMonths":12}""";

    String chinese =
        Lender.bearer(TestTokens.token("somebody", "borrower"))
            .header("Accept-Language", "zh-CN")
            .contentType("application/json")
            .body(body)
            .post("/v1/schedules/preview")
            .path("detail");
    String english =
        lender
            .as("borrower")
            .contentType("application/json")
            .body(body)
            .post("/v1/schedules/preview")
            .path("detail");

    assertThat(english).isEqualTo("The all-in annual cost is above the legal cap.");
    assertThat(chinese).isNotBlank();
  }

  @Test
  void aPoisonEventGoesToTheDeadLettersAndOthersGoOn() {
    Borrower borrower = lender.borrower("0.00");
    String broken = UUID.randomUUID().toString();
    String overpriced = UUID.randomUUID().toString();
    String type = "origination.loan.contracted.v1";

    Topics.send("origination.loan", broken, UUID.randomUUID(), type, "{ not json");
    lender.tellContract(
        UUID.randomUUID(),
        UUID.fromString(overpriced),
        borrower,
        new Deal("1000.00", "0.36", "EQUAL_INSTALMENT", 6));
    UUID healthy = lender.activeLoan(borrower, SMALL);

    assertThat(healthy).isNotNull();
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> {
              String deadLetters = "origination.loan.dead-letter.servicing";
              assertThat(Topics.read(deadLetters, broken)).hasSize(1);
              assertThat(Topics.read(deadLetters, overpriced)).hasSize(1);
            });
    assertThat(lender.as("officer").get("/v1/loans/" + overpriced).statusCode()).isEqualTo(404);
  }

  private Response pay(Borrower borrower, String path, String key, String amount) {
    return lender
        .as(borrower)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(money(amount, "CNY"))
        .post(path);
  }

  private static void assertProblem(Response response, int status, String rule) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("rule")).isEqualTo(rule);
    assertThat(response.asString()).doesNotContain("org.shouxin.servicing");
  }

  private static String money(String amount, String currency) {
    return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}}".formatted(amount, currency);
  }
}
