package org.shouxin.chassis.log;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;

/** The log's public face, open to every signed-in party: proofs name no person and no amount. */
@Path("/v1/log")
@Authenticated
public class LogResource {
  private final LogProofs proofs;
  private final WitnessHeads witnesses;
  private final AuditLog audit;

  LogResource(LogProofs proofs, WitnessHeads witnesses, AuditLog audit) {
    this.proofs = proofs;
    this.witnesses = witnesses;
    this.audit = audit;
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

  /** A witness shows a head that it was given and hears whether the log still has it. */
  @POST
  @Path("/witnessed-heads")
  @RolesAllowed({"partner", "auditor"})
  public Uni<WitnessHeads.Testimony> witnessed(LogProofs.Head shown) {
    return witnesses.take(shown);
  }

  @GET
  @Path("/witnessed-heads")
  @RolesAllowed({"partner", "auditor", "admin"})
  public Uni<List<WitnessHeads.Kept>> witnessed() {
    return witnesses.newest();
  }

  /** Works the tree of some leaves out again and names every row that does not fit. */
  @GET
  @Path("/audit")
  @RolesAllowed({"auditor", "admin"})
  public Uni<AuditLog.Report> audit(@QueryParam("from") long from, @QueryParam("to") long to) {
    return audit.over(from, to);
  }
}
