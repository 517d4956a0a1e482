package org.shouxin.servicing.payment.rest;

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
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.payment.RecordReceipt;

/** Money that reached the lender's account for a loan. */
@Path("/v1/loans/{id}/receipts")
public class LoanReceiptsResource {

  private static final int REFERENCE_LENGTH_MAX = 100;

  private final RecordReceipt record;
  private final Idempotency idempotency;

  LoanReceiptsResource(RecordReceipt record, Idempotency idempotency) {
    this.record = record;
    this.idempotency = idempotency;
  }

  /**
   * @param bankReference the bank's own number of the transfer
   * @param valueDate the day from which it counts; today when it is left out
   */
  public record ReceiptRequest(Money amount, String bankReference, String valueDate) {}

  /** The payment that the receipt became; it can be taken back under this id. */
  public record ReceiptView(UUID paymentId, UUID loanId, Money amount, String bankReference) {}

  @POST
  @RolesAllowed({"officer", "service"})
  public Uni<Response> post(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ReceiptRequest request) {
    if (request == null || request.amount() == null) {
      throw Invalid.field("/amount", "REQUIRED", "a receipt has an amount");
    }
    String reference = request.bankReference();
    if (reference == null || reference.isBlank() || reference.length() > REFERENCE_LENGTH_MAX) {
      throw Invalid.field(
          "/bankReference", "LENGTH", "1 to " + REFERENCE_LENGTH_MAX + " characters");
    }
    LocalDate valueDate = DateText.parse("/valueDate", request.valueDate());
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () ->
            record
                .record(id, request.amount(), reference, valueDate)
                .map(payment -> new ReceiptView(payment, id, request.amount(), reference)));
  }
}
