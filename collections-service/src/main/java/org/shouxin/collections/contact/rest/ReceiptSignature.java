package org.shouxin.collections.contact.rest;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.problem.Invalid;

/** Checks a webhook by the Standard Webhooks scheme: id, timestamp within five minutes, HMAC. */
@ApplicationScoped
public class ReceiptSignature {
  private static final int BODY_CHARACTERS_MAX = 10_000;

  private final Webhook webhook;

  public ReceiptSignature(
      @ConfigProperty(name = "shouxin.parties.messaging.webhook-secret") String secret) {
    webhook = new Webhook(secret);
  }

  void verify(HttpHeaders headers, String body) {
    Map<String, List<String>> lower = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    try {
      if (body == null || body.length() > BODY_CHARACTERS_MAX) {
        throw refused();
      }
      webhook.verify(body, lower);
    } catch (WebhookVerificationException notOurs) {
      throw refused();
    }
  }

  private static Invalid refused() {
    return Invalid.field("webhook-signature", "WEBHOOK_SIGNATURE", "not signed by the gateway");
  }
}
