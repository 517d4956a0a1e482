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
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.InstructPayment;
import org.shouxin.servicing.payment.PayNow;
import org.shouxin.servicing.payment.rest.PaymentsResource.PaymentView;

/** A borrower pays a loan at once. */
@Path("/v1/loans/{id}/payments")
public class LoanPaymentsResource {

  private final PayNow payNow;
  private final InstructPayment instructions;
  private final Idempotency idempotency;

  LoanPaymentsResource(PayNow payNow, InstructPayment instructions, Idempotency idempotency) {
    this.payNow = payNow;
    this.instructions = instructions;
    this.idempotency = idempotency;
  }

  /**
   * What to pay.
   *
   * @param purpose DUE (unless said otherwise), PREPAYMENT or PAYOFF
   * @param mode what a prepayment does to the schedule: LOWER_INSTALMENT (unless said otherwise) or
   *     SHORTEN_TERM
   */
  public record PaymentRequest(Money amount, String purpose, String mode) {}

  /** Orders a debit of the borrower's account; its outcome is read from the payment. */
  @POST
  @RolesAllowed("borrower")
  public Uni<Response> pay(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, PaymentRequest request) {
    if (request == null || request.amount() == null) {
      throw Invalid.field("/amount", "REQUIRED", "a payment has an amount");
    }
    return idempotency.once(
        key,
        request,
        Response.Status.ACCEPTED.getStatusCode(),
        () ->
            payNow
                .order(id, request.amount())
                .call(
                    order ->
                        instructions.instruct(
                            order.id(), id, request.amount(), request.purpose(), request.mode()))
                .map(PaymentView::of));
  }
}
