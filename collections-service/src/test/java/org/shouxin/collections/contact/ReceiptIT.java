package org.shouxin.collections.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.localstack.testing.LocalStackResource;

/** Receipts are believed only when the gateway signed them, freshly. */
@QuarkusTest
class ReceiptIT {
  private static final int TOO_OLD_SECONDS = 600;

  @Inject Clock clock;

  private static String body(UUID requestId) {
    return "{\"type\":\"message.delivered\",\"data\":{\"requestId\":\""
        + requestId
        + "\",\"messageId\":\"m\",\"channel\":\"SMS\",\"code\":\"DELIVERED\"}}";
  }

  private Response send(String signedBody, String sentBody, String secret, long secondsAgo)
      throws WebhookSigningException {
    long timestamp = clock.instant().getEpochSecond() - secondsAgo;
    return given()
        .header("webhook-id", "msg-1")
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", new Webhook(secret).sign("msg-1", timestamp, signedBody))
        .contentType("application/json")
        .body(sentBody)
        .post("/v1/messaging-receipts");
  }

  @Test
  void aSignedReceiptOfSomebodyElsesMessageIsTakenAndIgnored() throws Exception {
    String body = body(UUID.randomUUID());
    assertThat(send(body, body, LocalStackResource.webhookSecret(), 0).statusCode()).isEqualTo(204);
  }

  @Test
  void forgedChangedAndOldReceiptsAreRefused() throws Exception {
    String body = body(UUID.randomUUID());
    String secret = LocalStackResource.webhookSecret();
    String forger = "whsec_MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=";
    assertThat(send(body, body, forger, 0).<String>path("rule")).isEqualTo("WEBHOOK_SIGNATURE");
    assertThat(send(body, body(UUID.randomUUID()), secret, 0).statusCode()).isEqualTo(400);
    assertThat(send(body, body, secret, TOO_OLD_SECONDS).statusCode()).isEqualTo(400);
    assertThat(
            given()
                .contentType("application/json")
                .body(body)
                .post("/v1/messaging-receipts")
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message.delivered\"}",
        "{\"type\":\"message.delivered\",\"data\":{}}",
        "[]",
        "not json",
        "{\"type\":\"message.delivered\",\"data\":{\"requestId\":\"x\"}}"
      })
  void aSignedButMalformedOneIsAProblem(String body) throws Exception {
    Response answer = send(body, body, LocalStackResource.webhookSecret(), 0);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).contains("problem+json");
  }
}
