package org.shouxin.servicing.reconciliation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.servicing.reconciliation.Breaks.Break;
import org.shouxin.servicing.reconciliation.Breaks.State;
import org.shouxin.servicing.reconciliation.WorkBreaks;

/** Where bank and books disagree, and what officers do about it. */
@Path("/v1/statement-breaks")
public class BreaksResource {

  private final WorkBreaks breaks;
  private final Idempotency idempotency;

  BreaksResource(WorkBreaks breaks, Idempotency idempotency) {
    this.breaks = breaks;
    this.idempotency = idempotency;
  }

  /** Why a break is decided. */
  public record DecisionRequest(String note) {}

  /** A break that was decided. */
  public record Decided(UUID breakId, State state) {}

  @GET
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Page<Break>> page(
      @QueryParam("state") State state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    return breaks.page(state, cursor, limit);
  }

  @POST
  @Path("/{id}/explanation")
  @RolesAllowed("officer")
  public Uni<Response> explain(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, DecisionRequest request) {
    String note = Notes.required(request == null ? null : request.note());
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> breaks.explain(id, note).replaceWith(new Decided(id, State.EXPLAINED)));
  }

  @POST
  @Path("/{id}/posting")
  @RolesAllowed("officer")
  public Uni<Response> post(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, DecisionRequest request) {
    String note = Notes.required(request == null ? null : request.note());
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> breaks.post(id, note).replaceWith(new Decided(id, State.POSTED)));
  }
}
