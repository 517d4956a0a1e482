package org.shouxin.collections.hold.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.collections.hold.DecideHold;

/** Holds: one stops everything. */
@Path("/v1/cases/{id}/holds")
@Tag(name = "holds")
public class HoldsResource {
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final DecideHold decideHold;
  private final Idempotency idempotency;

  public HoldsResource(DecideHold decideHold, Idempotency idempotency) {
    this.decideHold = decideHold;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({"collector", "officer"})
  public Uni<Response> place(
      @PathParam("id") UUID caseId,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull @Valid HoldRequest request) {
    return idempotency.once(
        key,
        request,
        CREATED,
        decideHold::day,
        day -> decideHold.place(caseId, request.kind(), request.reason(), day, HoldView::of));
  }

  @POST
  @Path("/{holdId}/release")
  @RolesAllowed({"collector", "officer"})
  public Uni<Response> release(
      @PathParam("id") UUID caseId,
      @PathParam("holdId") UUID holdId,
      @HeaderParam("Idempotency-Key") String key) {
    return idempotency.once(
        key,
        Map.of(),
        OK,
        decideHold::day,
        day -> decideHold.release(caseId, holdId, day, HoldView::of));
  }

  @GET
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<List<HoldView>> all(@PathParam("id") UUID caseId) {
    return decideHold.all(caseId).map(found -> found.stream().map(HoldView::of).toList());
  }
}
