package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.PauseLoan;

/** Days of a loan that do not count as past due. */
@Path("/v1/loans/{id}/pauses")
public class PausesResource {

  private final PauseLoan pauses;
  private final Idempotency idempotency;

  PausesResource(PauseLoan pauses, Idempotency idempotency) {
    this.pauses = pauses;
    this.idempotency = idempotency;
  }

  /** The first and the last day, and why. */
  public record PauseRequest(String first, String last, String reason) {}

  /** A stretch of days that does not count. */
  public record Paused(UUID loanId, LocalDate first, LocalDate last) {}

  @POST
  @RolesAllowed("officer")
  public Uni<Response> pause(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, PauseRequest request) {
    if (request == null) {
      throw Invalid.field("/first", "REQUIRED", "the first and the last day");
    }
    ReasonText.check(request.reason());
    LocalDate first = DateText.parse("/first", request.first());
    LocalDate last = DateText.parse("/last", request.last());
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> pauses.pause(id, first, last).replaceWith(new Paused(id, first, last)));
  }
}
