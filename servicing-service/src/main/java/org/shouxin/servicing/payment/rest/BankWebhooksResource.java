package org.shouxin.servicing.payment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.payment.TakeBankWebhook;
import org.shouxin.servicing.payment.TakeBankWebhook.Told;
import org.shouxin.servicing.webhook.VerifyWebhook;

/** Where the bank tells what became of orders. Open to all, believed only when signed. */
@Path("/v1/bank-webhooks")
public class BankWebhooksResource {

  private final VerifyWebhook verify;
  private final TakeBankWebhook take;

  BankWebhooksResource(VerifyWebhook verify, TakeBankWebhook take) {
    this.verify = verify;
    this.take = take;
  }

  /** The body as the bank writes it; what we do not use is left out. */
  record Body(String type, Data data) {
    record Data(
        String requestId,
        Money amount,
        Money collected,
        String reason,
        String reference,
        String bankReference) {}
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> take(@Context HttpHeaders headers, byte[] body) {
    String id = verify.id(headers, body);
    return take.handle(id, told(body)).replaceWith(() -> Response.noContent().build());
  }

  private static Told told(byte[] json) {
    try {
      Body body = Json.tolerant().readValue(json, Body.class);
      if (body == null || body.type() == null || body.data() == null) {
        throw Invalid.field("/", "WEBHOOK_BODY", "a webhook has a type and data");
      }
      Body.Data data = body.data();
      return new Told(
          body.type(),
          data.requestId(),
          data.amount(),
          data.collected(),
          data.reason(),
          data.reference(),
          data.bankReference());
    } catch (IOException notJson) {
      throw Invalid.field("/", "WEBHOOK_BODY", "a webhook is JSON");
    }
  }
}
