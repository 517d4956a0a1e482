package org.shouxin.servicing.bureau.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.bureau.HandleObjections;
import org.shouxin.servicing.bureau.HandleObjections.Waiting;
import org.shouxin.servicing.bureau.model.Objection.State;

/** Objections that wait for their answer. */
@Path("/v1/bureau-objections")
public class ObjectionsResource {

  private final HandleObjections objections;
  private final Idempotency idempotency;

  ObjectionsResource(HandleObjections objections, Idempotency idempotency) {
    this.objections = objections;
    this.idempotency = idempotency;
  }

  /** The written answer to the borrower. */
  public record AnswerRequest(State outcome, String answer) {}

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  public Uni<List<Waiting>> open() {
    return objections.open();
  }

  @POST
  @Path("/{id}/answer")
  @RolesAllowed({"officer", "reviewer"})
  public Uni<Response> answer(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, AnswerRequest request) {
    String answer = Wording.required("/answer", request == null ? null : request.answer());
    if (request.outcome() == null || request.outcome() == State.OPEN) {
      throw Invalid.field("/outcome", "REQUIRED", "UPHELD or REJECTED");
    }
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> objections.answer(id, request.outcome(), answer));
  }
}
