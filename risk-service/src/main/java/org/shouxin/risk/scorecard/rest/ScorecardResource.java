package org.shouxin.risk.scorecard.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.risk.scorecard.KeepScorecards;
import org.shouxin.risk.scorecard.KeepScorecards.CardSummary;

/** Cards over HTTP. */
@Path("/v1/scorecards")
@Produces(MediaType.APPLICATION_JSON)
public class ScorecardResource {

  private final KeepScorecards cards;
  private final UnitOfWork work;
  private final Caller caller;

  ScorecardResource(KeepScorecards cards, UnitOfWork work, Caller caller) {
    this.cards = cards;
    this.work = work;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Store a card artefact; stored cards never change")
  @APIResponse(responseCode = "201", description = "Stored, or stored before with the same bytes")
  public Uni<Response> add(String document) {
    return work.inTransaction(() -> cards.add(document, caller.subject()))
        .map(summary -> Response.status(Response.Status.CREATED).entity(summary).build());
  }

  @POST
  @Path("/{version}/activation")
  @RolesAllowed("admin")
  @Operation(summary = "Make a stored card the active one")
  public Uni<CardSummary> activate(@PathParam("version") String version) {
    return work.inTransaction(() -> cards.activate(version, caller.subject()));
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "Stored cards, newest first, and the bundled one")
  public Uni<List<CardSummary>> list() {
    return work.reading(cards::list);
  }

  @GET
  @Path("/{version}")
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "The artefact, byte for byte")
  public Uni<String> get(@PathParam("version") String version) {
    return work.reading(() -> cards.document(version));
  }
}
