package org.shouxin.servicing.reminder.rest;

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
import java.util.UUID;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.reminder.TakeReceipt;
import org.shouxin.servicing.webhook.VerifyWebhook;

/** Where the messaging provider tells whether a reminder arrived. Believed only when signed. */
@Path("/v1/messaging-receipts")
public class MessagingReceiptsResource {

  private static final String DELIVERED = "message.delivered";
  private static final String FAILED = "message.failed";

  private final VerifyWebhook verify;
  private final TakeReceipt take;

  MessagingReceiptsResource(VerifyWebhook verify, TakeReceipt take) {
    this.verify = verify;
    this.take = take;
  }

  record Body(String type, Data data) {
    record Data(UUID requestId, String code) {}
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> take(@Context HttpHeaders headers, byte[] body) {
    String id = verify.id(headers, body);
    Body receipt = receipt(body);
    return take.handle(
            id, receipt.data().requestId(), DELIVERED.equals(receipt.type()), receipt.data().code())
        .replaceWith(() -> Response.noContent().build());
  }

  private static Body receipt(byte[] json) {
    try {
      Body body = Json.tolerant().readValue(json, Body.class);
      boolean known = body != null && (DELIVERED.equals(body.type()) || FAILED.equals(body.type()));
      if (!known || body.data() == null || body.data().requestId() == null) {
        throw Invalid.field("/", "WEBHOOK_BODY", "a receipt has a known type and a requestId");
      }
      return body;
    } catch (IOException notJson) {
      throw Invalid.field("/", "WEBHOOK_BODY", "a receipt is JSON");
    }
  }
}
