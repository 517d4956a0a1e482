package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Webhooks;

/**
 * Outcomes of many debits at once: by file, and by webhooks that come together. The bank stays
 * silent here, so that only what the test tells settles the orders; what it made the books take is
 * taken back.
 */
@QuarkusTest
class DebitFileIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  private static final RestAssuredConfig NDJSON_IS_TEXT =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

  private final Lender lender = new Lender();

  @AfterEach
  void heal() {
    lender.world.clearFaults();
    lender.assertBooksBalance();
  }

  private record Ordered(UUID loanId, String paymentId, Borrower borrower) {}

  @Test
  void aFileSettlesItsDebitsOnceHoweverOftenItComes() {
    Ordered paid = order("100.00");
    Ordered partly = order("100.00");
    Ordered refused = order("100.00");
    String unknown = UUID.randomUUID().toString();
    String file =
        String.join(
            "\n",
            succeeded(paid.paymentId(), "100.00"),
            succeeded(partly.paymentId(), "60.00"),
            failed(refused.paymentId()),
            succeeded(unknown, "1.00"));
    String key = UUID.randomUUID().toString();

    Response first = ndjson(key, file);
    Response again = ndjson(key, file);
    Response underAnotherKey = ndjson(UUID.randomUUID().toString(), file);

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(outcomes(first)).containsExactly("POSTED", "POSTED", "REFUSED", "UNKNOWN");
    assertThat(first.jsonPath().getInt("outcomes.POSTED")).isEqualTo(2);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(outcomes(underAnotherKey))
        .containsExactly("ALREADY", "ALREADY", "ALREADY", "UNKNOWN");
    assertThat(unapplied(paid)).isEqualTo("100.00");
    assertThat(unapplied(partly)).isEqualTo("60.00");
    assertThat(payment(partly).getString("state")).isEqualTo("PARTIAL");
    assertThat(payment(refused).getString("reason")).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(lender.eventTypes(paid.loanId())).contains("servicing.payment.received.v1");
    Stream.of(paid, partly).forEach(taken -> lender.takeBack(taken.loanId()));
    assertThat(unapplied(paid)).isEqualTo("0.00");
  }

  @Test
  void aBrokenLineRefusesTheFileBeforeAnythingIsPosted() {
    Ordered paid = order("100.00");
    String csv =
        """
        requestId,status,collected,currency,reason,bankReference
        %s,SUCCEEDED,100.00,CNY,,BK1
        %s,SUCCEDED,1.00,CNY,,BK2
        """
            .formatted(paid.paymentId(), UUID.randomUUID());

    Response refused = csv(csv);
    Response mended = csv(csv.replace("SUCCEDED", "SUCCEEDED"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("/lines/3/status");
    assertThat(refused.jsonPath().getString("errors[0].rule")).isEqualTo("DEBIT_FILE_STATUS");
    assertThat(outcomes(mended)).containsExactly("POSTED", "UNKNOWN");
    lender.takeBack(paid.loanId());
  }

  @Test
  void anAmountThatCannotBeRightIsABreakAndPostsNothing() {
    Ordered debit = order("100.00");
    String tooMuch = succeeded(debit.paymentId(), "100.01");

    assertThat(outcomes(ndjson(UUID.randomUUID().toString(), tooMuch))).containsExactly("DIFFERS");

    assertThat(payment(debit).getString("state")).isEqualTo("UNDER_REVIEW");
    assertThat(unapplied(debit)).isEqualTo("0.00");
  }

  @Test
  void webhooksThatComeTogetherCountOnceEach() {
    List<Ordered> debits = Stream.generate(() -> order("10.00")).limit(4).toList();

    List<Integer> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> webhook(debits.get(i % 4), i / 8)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(204);
    for (Ordered debit : debits) {
      assertThat(payment(debit).getString("state")).isEqualTo("SUCCEEDED");
      assertThat(unapplied(debit)).isEqualTo("10.00");
      lender.takeBack(debit.loanId());
    }
  }

  @Test
  void aReceiptIsPostedOnceWhoeverTellsOfIt() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    String path = "/v1/loans/" + loanId + "/receipts";
    String reference = "BKR-" + loanId;
    String body =
        "{\"amount\":{\"amount\":\"25.00\",\"currency\":\"CNY\"},\"bankReference\":\"%s\"}"
            .formatted(reference);

    Response posted = lender.keyed(lender.as("officer"), body).post(path);
    Response again = lender.keyed(lender.as("officer"), body).post(path);
    Response told = lender.toldTransfer(UUID.randomUUID().toString(), loanId, reference, "25.00");

    assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("rule")).isEqualTo("RECEIPT_KNOWN");
    assertThat(told.statusCode()).isEqualTo(204);
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("25.00");
    lender.takeBack(loanId);
  }

  /** Orders a debit that the bank does not take. */
  private Ordered order(String amount) {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.fault("bank", "debits", "ERROR_500", 1_000, 0, borrower.agreement());
    String body = "{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(amount);
    Response asked =
        lender.keyed(lender.as(borrower), body).post("/v1/loans/" + loanId + "/payments");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
    return new Ordered(loanId, asked.jsonPath().getString("paymentId"), borrower);
  }

  private int webhook(Ordered debit, int id) {
    return Webhooks.bank(
            debit.paymentId() + "-" + id,
            """
            {"type":"debit.succeeded","data":{"requestId":"%s","bankReference":"BK-%s",
             "collected":{"amount":"10.00","currency":"CNY"}}}"""
                .formatted(debit.paymentId(), debit.paymentId()))
        .statusCode();
  }

  private Response ndjson(String key, String file) {
    return lender
        .as("officer")
        .header("Idempotency-Key", key)
        .config(NDJSON_IS_TEXT)
        .contentType("application/x-ndjson")
        .body(file)
        .post("/v1/debit-files");
  }

  private Response csv(String file) {
    return lender
        .as("officer")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("text/csv")
        .body(file)
        .post("/v1/debit-files");
  }

  private static String succeeded(String id, String amount) {
    return """
        {"requestId":"%s","status":"SUCCEEDED","bankReference":"BK-%s",\
        "collected":{"amount":"%s","currency":"CNY"}}"""
        .formatted(id, id, amount);
  }

  private static String failed(String id) {
    return "{\"requestId\":\"%s\",\"status\":\"FAILED\",\"reason\":\"INSUFFICIENT_FUNDS\"}"
        .formatted(id);
  }

  private static List<String> outcomes(Response report) {
    return report.jsonPath().getList("details.outcome");
  }

  private String unapplied(Ordered debit) {
    return lender.balance(debit.loanId()).getString("unapplied.amount");
  }

  private JsonPath payment(Ordered debit) {
    return lender.as(debit.borrower()).get("/v1/payments/" + debit.paymentId()).jsonPath();
  }
}
