package org.shouxin.chassis.log;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;

/** The log's public face, open to every signed-in party: proofs name no person and no amount. */
@Path("/v1/log")
@Authenticated
public class LogResource {
  private final LogProofs proofs;

  LogResource(LogProofs proofs) {
    this.proofs = proofs;
  }

  @GET
  @Path("/key")
  public LogProofs.PublicKey key() {
    return proofs.publicKey();
  }

  @GET
  @Path("/head")
  public Uni<LogProofs.Head> head() {
    return proofs
        .newest()
        .map(head -> head.orElseThrow(() -> new NotFound("head of the log", "newest")));
  }

  @GET
  @Path("/leaves/{leafId}/receipt")
  public Uni<LogProofs.Receipt> receipt(@PathParam("leafId") UUID leafId) {
    return proofs.receipt(leafId);
  }

  @GET
  @Path("/consistency")
  public Uni<LogProofs.Consistency> consistency(
      @QueryParam("from") long from, @QueryParam("to") long to) {
    return proofs.consistency(from, to);
  }
}
