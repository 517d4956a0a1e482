package org.shouxin.servicing.proof.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.proof.ReadReceipt;
import org.shouxin.servicing.proof.ReadReceipt.TransactionReceipt;

/** What a borrower keeps of every posting. */
@Path("/v1/loans/{id}/transactions/{transactionId}/receipt")
public class ReceiptsResource {

  private final ReadReceipt receipts;

  ReceiptsResource(ReadReceipt receipts) {
    this.receipts = receipts;
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<TransactionReceipt> receipt(@RestPath UUID id, @RestPath UUID transactionId) {
    return receipts.of(id, transactionId);
  }
}
