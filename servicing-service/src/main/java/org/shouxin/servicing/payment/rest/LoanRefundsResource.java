package org.shouxin.servicing.payment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.payment.PayBackCredit;
import org.shouxin.servicing.payment.rest.RefundsResource.RefundView;

/** Refunds of what came in beyond what was due on a loan. */
@Path("/v1/loans/{id}/refunds")
public class LoanRefundsResource {

  private final PayBackCredit payBack;
  private final Idempotency idempotency;

  LoanRefundsResource(PayBackCredit payBack, Idempotency idempotency) {
    this.payBack = payBack;
    this.idempotency = idempotency;
  }

  /**
   * @param amount all credit of the loan when it is left out
   */
  public record RefundRequest(Money amount) {}

  @POST
  @RolesAllowed({"borrower", "officer"})
  public Uni<Response> order(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, RefundRequest request) {
    Money amount = request == null ? null : request.amount();
    return idempotency.once(
        key,
        new RefundRequest(amount),
        Response.Status.ACCEPTED.getStatusCode(),
        () -> payBack.order(id, amount).map(RefundView::of));
  }
}
