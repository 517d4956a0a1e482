package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.ChargeLoan;
import org.shouxin.servicing.loan.ChargeLoan.Charged;
import org.shouxin.servicing.loan.WaiveFee;
import org.shouxin.servicing.loan.model.Charge;

/** Fees on a loan. */
@Path("/v1/loans/{id}/charges")
public class ChargesResource {

  private static final String CURRENCY = "CNY";

  private final ChargeLoan charges;
  private final WaiveFee waiver;
  private final Idempotency idempotency;

  ChargesResource(ChargeLoan charges, WaiveFee waiver, Idempotency idempotency) {
    this.charges = charges;
    this.waiver = waiver;
    this.idempotency = idempotency;
  }

  /** A fee to be: an amount, or percent of a base. */
  public record ChargeRequest(
      Charge.Kind kind,
      Money amount,
      BigDecimal percent,
      Charge.Base base,
      String dueDate,
      String reason) {

    Charge charge() {
      if (kind == null || dueDate == null) {
        throw Invalid.field(
            kind == null ? "/kind" : "/dueDate", "REQUIRED", "a fee has a kind and a due date");
      }
      ReasonText.check(reason);
      if (amount != null && !CURRENCY.equals(amount.currency().getCurrencyCode())) {
        throw Invalid.field("/amount/currency", "CURRENCY_MISMATCH", "a loan's own currency");
      }
      return new Charge(
          kind,
          base == null ? Charge.Base.FIXED : base,
          percent,
          amount == null ? 0 : amount.minor(),
          DateText.parse("/dueDate", dueDate),
          reason);
    }
  }

  /** Why a fee is not asked for any more. */
  public record WaiverRequest(String reason) {}

  /** A fee of which the rest was given up. */
  public record Waived(UUID loanId, UUID chargeId, String state) {}

  @GET
  @RolesAllowed({"borrower", "officer", "collector", "auditor", "admin", "service"})
  public Uni<List<Charged>> list(@RestPath UUID id) {
    return charges.of(id);
  }

  @POST
  @RolesAllowed("officer")
  public Uni<Response> charge(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ChargeRequest request) {
    if (request == null) {
      throw Invalid.field("/kind", "REQUIRED", "a fee has a kind and a due date");
    }
    Charge charge = request.charge();
    return idempotency.once(
        key, request, Response.Status.CREATED.getStatusCode(), () -> charges.charge(id, charge));
  }

  @POST
  @Path("/{chargeId}/waiver")
  @RolesAllowed({"officer", "reviewer", "admin"})
  public Uni<Response> waive(
      @RestPath UUID id,
      @RestPath UUID chargeId,
      @HeaderParam(Idempotency.HEADER) String key,
      WaiverRequest request) {
    ReasonText.check(request == null ? null : request.reason());
    return idempotency.once(
        key,
        Map.of("chargeId", chargeId, "reason", request.reason()),
        Response.Status.OK.getStatusCode(),
        () ->
            waiver
                .waive(id, chargeId, request.reason())
                .replaceWith(new Waived(id, chargeId, "WAIVED")));
  }
}
