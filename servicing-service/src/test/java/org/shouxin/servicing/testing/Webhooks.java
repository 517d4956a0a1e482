package org.shouxin.servicing.testing;

import static io.restassured.RestAssured.given;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.restassured.response.Response;
import java.time.Clock;
import org.shouxin.localstack.testing.LocalStackResource;

/** Webhooks signed as the outside parties sign them. */
public final class Webhooks {

  private static final String BANK = "/v1/bank-webhooks";

  private Webhooks() {}

  public static Response bank(String id, String body) {
    return bank(id, now(), sign(id, now(), body), body);
  }

  public static Response bank(String id, long at, String signature, String body) {
    return post(BANK, id, at, signature, body);
  }

  public static Response post(String path, String id, long at, String signature, String body) {
    return given()
        .contentType("application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", at)
        .header("webhook-signature", signature)
        .body(body)
        .post(path);
  }

  public static String sign(String id, long at, String body) {
    try {
      return new Webhook(LocalStackResource.webhookSecret()).sign(id, at, body);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Seconds since the epoch. */
  public static long now() {
    return Clock.systemUTC().instant().getEpochSecond();
  }
}
