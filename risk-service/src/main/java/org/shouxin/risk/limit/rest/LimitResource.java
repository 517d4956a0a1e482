package org.shouxin.risk.limit.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.limit.TellStanding;

/** A borrower's limit over HTTP. */
@Path("/v1/borrowers/{borrowerId}/limit")
@Produces(MediaType.APPLICATION_JSON)
public class LimitResource {

  private final TellStanding standing;
  private final UnitOfWork work;

  LimitResource(TellStanding standing, UnitOfWork work) {
    this.standing = standing;
    this.work = work;
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "service"})
  @Operation(summary = "Limit, what holds it down, what is owed")
  public Uni<TellStanding.LimitView> get(@PathParam("borrowerId") UUID borrowerId) {
    return work.reading(() -> standing.of(borrowerId));
  }
}
