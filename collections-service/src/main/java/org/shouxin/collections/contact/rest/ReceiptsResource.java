package org.shouxin.collections.contact.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.collections.contact.RecordOutcome;

/**
 * Delivery receipts of the messaging gateway: open to the world, believed only when signed. A
 * receipt may come twice or late; the contact it settles settles once.
 */
@Path("/v1/messaging-receipts")
@Tag(name = "receipts")
@PermitAll
public class ReceiptsResource {
  private static final String DELIVERED = "message.delivered";
  private static final String FAILED = "message.failed";

  private final ReceiptSignature signature;
  private final RecordOutcome outcomes;
  private final UnitOfWork work;

  public ReceiptsResource(ReceiptSignature signature, RecordOutcome outcomes, UnitOfWork work) {
    this.signature = signature;
    this.outcomes = outcomes;
    this.work = work;
  }

  /** The gateway's body, as far as it matters here. */
  record Receipt(String type, Data data) {
    record Data(UUID requestId, String code) {}
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Void> receive(@Context HttpHeaders headers, String body) {
    signature.verify(headers, body);
    Receipt receipt = read(body);
    if (!DELIVERED.equals(receipt.type()) && !FAILED.equals(receipt.type())) {
      return Uni.createFrom().voidItem();
    }
    return work.inTransaction(
        () ->
            outcomes.receipt(
                receipt.data().requestId(),
                DELIVERED.equals(receipt.type()),
                receipt.data().code()));
  }

  private static Receipt read(String body) {
    try {
      Receipt receipt = Json.tolerant().readValue(body, Receipt.class);
      if (receipt != null && receipt.data() != null && receipt.data().requestId() != null) {
        return receipt;
      }
    } catch (JsonProcessingException notJson) {
      throw Invalid.field("", "MALFORMED", "not a delivery receipt");
    }
    throw Invalid.field("/data/requestId", "REQUIRED", "a receipt names its request");
  }
}
