package org.shouxin.servicing.payment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.PostPayment;
import org.shouxin.servicing.payment.PayNow;
import org.shouxin.servicing.payment.model.BankOrder;

/** Payments by debit of the borrower's account. */
@Path("/v1/payments")
public class PaymentsResource {

  private static final int REASON_LENGTH_MAX = 200;

  private final PayNow payNow;
  private final PostPayment posting;
  private final Idempotency idempotency;
  private final UnitOfWork work;

  PaymentsResource(PayNow payNow, PostPayment posting, Idempotency idempotency, UnitOfWork work) {
    this.payNow = payNow;
    this.posting = posting;
    this.idempotency = idempotency;
    this.work = work;
  }

  /**
   * A payment and where it stands: PROCESSING, SUCCEEDED, PARTIAL, FAILED, or UNDER_REVIEW when the
   * bank's figures do not agree.
   */
  public record PaymentView(
      UUID paymentId,
      UUID loanId,
      String state,
      Money amount,
      Money collected,
      String reason,
      LocalDate businessDate) {

    static PaymentView of(BankOrder order) {
      return new PaymentView(
          order.id(),
          order.loanId(),
          state(order),
          order.amount(),
          order.settled(),
          order.reason(),
          order.businessDate());
    }

    private static String state(BankOrder order) {
      return switch (order.state()) {
        case CREATED, SENT -> "PROCESSING";
        case SUCCEEDED -> order.settled().covers(order.amount()) ? "SUCCEEDED" : "PARTIAL";
        case FAILED -> "FAILED";
        case BROKEN -> "UNDER_REVIEW";
      };
    }
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"borrower", "officer", "collector", "auditor", "admin", "service"})
  public Uni<PaymentView> one(@RestPath UUID id) {
    return work.reading(() -> payNow.find(id)).map(PaymentView::of);
  }

  /** Why a payment is taken back. */
  public record ReversalRequest(String reason) {}

  /** A payment that was taken back. */
  public record Reversed(UUID paymentId, String state) {}

  @POST
  @Path("/{id}/reversal")
  @RolesAllowed("officer")
  public Uni<Response> reverse(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ReversalRequest request) {
    if (request == null || request.reason() == null || request.reason().isBlank()) {
      throw Invalid.field("/reason", "REQUIRED", "a reversal says why");
    }
    if (request.reason().length() > REASON_LENGTH_MAX) {
      throw Invalid.field("/reason", "LENGTH", "at most " + REASON_LENGTH_MAX + " characters");
    }
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> posting.reverse(id, request.reason()).replaceWith(new Reversed(id, "REVERSED")));
  }
}
