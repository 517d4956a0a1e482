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
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.reconciliation.ClearSuspense;
import org.shouxin.servicing.reconciliation.SuspenseItems.Decision;
import org.shouxin.servicing.reconciliation.SuspenseItems.SuspenseItem;

/** Money whose loan nobody knows. */
@Path("/v1/suspense-items")
public class SuspenseResource {

  private final ClearSuspense suspense;
  private final Idempotency idempotency;

  SuspenseResource(ClearSuspense suspense, Idempotency idempotency) {
    this.suspense = suspense;
    this.idempotency = idempotency;
  }

  /** The loan that the money was meant for. */
  public record AssignmentRequest(UUID loanId, String note) {}

  /** The transfer with which the bank sent the money back. */
  public record ReturnRequest(String bankReference, String note) {}

  /** An item that was decided. */
  public record Decided(UUID itemId, Decision decision) {}

  @GET
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Page<SuspenseItem>> page(
      @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    return suspense.page(cursor, limit);
  }

  @POST
  @Path("/{id}/assignment")
  @RolesAllowed("officer")
  public Uni<Response> assign(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, AssignmentRequest request) {
    String note = Notes.required(request == null ? null : request.note());
    if (request.loanId() == null) {
      throw Invalid.field("/loanId", "REQUIRED", "must be given");
    }
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () ->
            suspense
                .assign(id, request.loanId(), note)
                .replaceWith(new Decided(id, Decision.ASSIGNED)));
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed("officer")
  public Uni<Response> giveBack(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ReturnRequest request) {
    String note = Notes.required(request == null ? null : request.note());
    String reference = Notes.required("/bankReference", request.bankReference());
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () ->
            suspense.giveBack(id, reference, note).replaceWith(new Decided(id, Decision.RETURNED)));
  }
}
