package org.shouxin.servicing.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.problem.Invalid;

/**
 * Takes a webhook only if it is signed as Standard Webhooks says, by the sender that shares the
 * secret, and not more than five minutes old. What fails is 400 and says no more.
 */
@ApplicationScoped
public class VerifyWebhook {

  private static final int ID_LENGTH_MAX = 200;

  private final Webhook webhook;

  VerifyWebhook(@ConfigProperty(name = "shouxin.parties.bank.webhook-secret") String secret) {
    this.webhook = new Webhook(secret);
  }

  /** The id of the webhook, the same for every attempt to deliver it. */
  public String id(HttpHeaders headers, byte[] body) {
    if (body == null) {
      throw Invalid.field("/", "REQUIRED", "a webhook has a body");
    }
    Map<String, List<String>> signed = new HashMap<>();
    for (String name :
        List.of(
            Webhook.UNBRANDED_MSG_ID_KEY,
            Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
            Webhook.UNBRANDED_MSG_SIGNATURE_KEY)) {
      String value = headers.getHeaderString(name);
      if (value == null) {
        throw forged();
      }
      signed.put(name, List.of(value));
    }
    try {
      webhook.verify(
          new String(body, StandardCharsets.UTF_8),
          java.net.http.HttpHeaders.of(signed, (name, value) -> true));
    } catch (WebhookVerificationException | IllegalArgumentException forged) {
      throw forged();
    }
    String id = headers.getHeaderString(Webhook.UNBRANDED_MSG_ID_KEY);
    if (id.length() > ID_LENGTH_MAX) {
      throw forged();
    }
    return id;
  }

  private static Invalid forged() {
    return Invalid.field(
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY, "WEBHOOK_SIGNATURE", "not signed, or not in time");
  }
}
