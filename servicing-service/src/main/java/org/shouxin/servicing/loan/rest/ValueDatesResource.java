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
import org.shouxin.servicing.loan.PostPayment;

/** The day from which a payment counts. */
@Path("/v1/payments/{id}/value-date")
public class ValueDatesResource {

  private final PostPayment payments;
  private final Idempotency idempotency;

  ValueDatesResource(PostPayment payments, Idempotency idempotency) {
    this.payments = payments;
    this.idempotency = idempotency;
  }

  /** The day from which the payment counts, and how that is known. */
  public record Correction(String valueDate, String reason) {}

  /** A payment that counts from another day than before. */
  public record Corrected(UUID paymentId, LocalDate valueDate) {}

  @POST
  @RolesAllowed("officer")
  public Uni<Response> correct(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, Correction request) {
    if (request == null || request.valueDate() == null) {
      throw Invalid.field("/valueDate", "REQUIRED", "the day from which the payment counts");
    }
    ReasonText.check(request.reason());
    LocalDate valueDate = DateText.parse("/valueDate", request.valueDate());
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () ->
            payments
                .correctValueDate(id, valueDate, request.reason())
                .replaceWith(new Corrected(id, valueDate)));
  }
}
