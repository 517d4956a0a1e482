package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.WriteOffLoan;

/** Giving a loan up takes two people. */
@Path("/v1/loans/{id}/write-off")
public class WriteOffsResource {

  private final WriteOffLoan writeOff;
  private final Idempotency idempotency;

  WriteOffsResource(WriteOffLoan writeOff, Idempotency idempotency) {
    this.writeOff = writeOff;
    this.idempotency = idempotency;
  }

  /** Why the loan is given up. */
  public record WriteOffRequest(String reason) {}

  /** A request that waits for another person. */
  public record Requested(UUID loanId, UUID requestId, String state) {}

  /** How a request ended; the state is the loan's, or REJECTED. */
  public record Decided(UUID loanId, String state) {}

  @POST
  @RolesAllowed("officer")
  public Uni<Response> request(
      @RestPath UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @HeaderParam("If-Match") String ifMatch,
      WriteOffRequest request) {
    ReasonText.check(request == null ? null : request.reason());
    Long version = version(ifMatch);
    return idempotency.once(
        key,
        request,
        Response.Status.ACCEPTED.getStatusCode(),
        () ->
            writeOff
                .request(id, version, request.reason())
                .map(requestId -> new Requested(id, requestId, "REQUESTED")));
  }

  @POST
  @Path("/approval")
  @RolesAllowed({"officer", "reviewer", "admin"})
  public Uni<Response> approve(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    return idempotency.once(
        key,
        "approval " + id,
        Response.Status.OK.getStatusCode(),
        () -> writeOff.approve(id).replaceWith(new Decided(id, "WRITTEN_OFF")));
  }

  @POST
  @Path("/rejection")
  @RolesAllowed({"officer", "reviewer", "admin"})
  public Uni<Response> reject(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    return idempotency.once(
        key,
        "rejection " + id,
        Response.Status.OK.getStatusCode(),
        () -> writeOff.reject(id).replaceWith(new Decided(id, "REJECTED")));
  }

  private static Long version(String ifMatch) {
    try {
      return ifMatch == null ? null : Long.valueOf(ifMatch.replace("\"", "").trim());
    } catch (NumberFormatException notOurs) {
      throw Invalid.field("If-Match", "ENTITY_TAG", "not an entity tag of a loan");
    }
  }
}
