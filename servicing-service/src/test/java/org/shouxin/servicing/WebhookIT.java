package org.shouxin.servicing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Webhooks;

/** What a forger, a replayer and a careless sender can do to the webhooks: nothing. */
@QuarkusTest
class WebhookIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  private final Lender lender = new Lender();

  @Test
  void aTransferReplayedUnderItsIdOrItsReferenceCountsOnce() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    String id = UUID.randomUUID().toString();
    String reference = "BKX-" + loanId;

    assertThat(lender.toldTransfer(id, loanId, reference, "25.00").statusCode()).isEqualTo(204);
    assertThat(lender.toldTransfer(id, loanId, reference, "25.00").statusCode()).isEqualTo(204);
    String other = UUID.randomUUID().toString();
    assertThat(lender.toldTransfer(other, loanId, reference, "25.00").statusCode()).isEqualTo(204);

    assertThat(unapplied(loanId)).isEqualTo("25.00");
    lender.takeBack(loanId);
    assertThat(unapplied(loanId)).isEqualTo("0.00");
  }

  @Test
  void aForgedTamperedOrOldWebhookIsRefusedAndHasNoEffect() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String body = transfer(loanId, "BKY-" + loanId, "25.00");
    String id = UUID.randomUUID().toString();
    long now = Webhooks.now();
    String signature = Webhooks.sign(id, now, body);

    assertRefused(Webhooks.bank(id, now, "v1,Zm9yZ2Vk", body));
    assertRefused(Webhooks.bank(id, now, signature, body.replace("25.00", "99.00")));
    assertRefused(Webhooks.bank(UUID.randomUUID().toString(), now, signature, body));
    assertRefused(Webhooks.bank(id, now + 1, signature, body));
    assertRefused(signed(id, -Duration.ofMinutes(6).toSeconds(), body));
    assertRefused(signed(id, Duration.ofMinutes(6).toSeconds(), body));
    assertRefused(given().contentType("application/json").body(body).post("/v1/bank-webhooks"));

    assertThat(unapplied(loanId)).isEqualTo("0.00");
  }

  @Test
  void aSignedWebhookOfAnUnknownOrderOrTypeIsTakenAndIgnored() {
    lender.borrower("0.00");
    String unknown =
        """
        {"type":"payout.succeeded","data":{"requestId":"%s","bankReference":"BK1",
         "amount":{"amount":"5.00","currency":"CNY"}}}"""
            .formatted(UUID.randomUUID());

    assertThat(signed(UUID.randomUUID().toString(), 0, unknown).statusCode()).isEqualTo(204);
    assertThat(
            signed(UUID.randomUUID().toString(), 0, "{\"type\":\"x.y\",\"data\":{}}").statusCode())
        .isEqualTo(204);
    assertThat(signed(UUID.randomUUID().toString(), 0, "not json").statusCode()).isEqualTo(400);
    lender.assertBooksBalance();
  }

  @Test
  void aReceiptOfSomebodyElsesMessageIsIgnored() {
    String body =
        "{\"type\":\"message.delivered\",\"data\":{\"requestId\":\"%s\",\"code\":\"DELIVERED\"}}"
            .formatted(UUID.randomUUID());
    String id = UUID.randomUUID().toString();
    long now = Webhooks.now();

    Response taken =
        Webhooks.post("/v1/messaging-receipts", id, now, Webhooks.sign(id, now, body), body);

    assertThat(taken.statusCode()).isEqualTo(204);
  }

  private String unapplied(UUID loanId) {
    return lender.balance(loanId).getString("unapplied.amount");
  }

  private static void assertRefused(Response response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("rule")).isEqualTo("WEBHOOK_SIGNATURE");
  }

  private static Response signed(String id, long secondsOff, String body) {
    long at = Webhooks.now() + secondsOff;
    return Webhooks.bank(id, at, Webhooks.sign(id, at, body), body);
  }

  private static String transfer(UUID loanId, String bankReference, String amount) {
    return """
        {"type":"transfer.received","data":{"reference":"%s","bankReference":"%s",
         "amount":{"amount":"%s","currency":"CNY"},"bookedAt":"2026-01-31T00:00:00Z"}}"""
        .formatted(loanId, bankReference, amount);
  }
}
