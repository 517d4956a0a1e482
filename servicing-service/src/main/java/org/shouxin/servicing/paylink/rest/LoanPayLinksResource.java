package org.shouxin.servicing.paylink.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.paylink.IssuePayLink;
import org.shouxin.servicing.paylink.IssuePayLink.Issued;

/** Links by which a loan is paid without signing in. */
@Path("/v1/loans/{id}/pay-links")
public class LoanPayLinksResource {

  private final IssuePayLink issue;
  private final Idempotency idempotency;
  private final String base;

  LoanPayLinksResource(
      IssuePayLink issue,
      Idempotency idempotency,
      @ConfigProperty(name = "shouxin.pay-links.base-url") String base) {
    this.issue = issue;
    this.idempotency = idempotency;
    this.base = base;
  }

  /**
   * @param amount all that is due when the link is used, when it is left out
   * @param validHours 24 when it is left out
   */
  public record PayLinkRequest(Money amount, Integer validHours) {}

  /** The link with the address to hand to the borrower. */
  public record PayLinkView(
      UUID payLinkId, UUID loanId, Money amount, Instant expiresAt, String url) {

    static PayLinkView of(Issued issued, String base) {
      return new PayLinkView(
          issued.link().id(),
          issued.link().loanId(),
          issued.link().amountOrNull(),
          issued.link().expiresAt(),
          base + "#" + issued.text());
    }
  }

  @POST
  @RolesAllowed({"borrower", "officer", "collector", "service"})
  public Uni<Response> issue(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, PayLinkRequest request) {
    PayLinkRequest asked = request == null ? new PayLinkRequest(null, null) : request;
    return idempotency.once(
        key,
        asked,
        Response.Status.CREATED.getStatusCode(),
        () ->
            issue
                .issue(id, asked.amount(), asked.validHours())
                .map(issued -> PayLinkView.of(issued, base)));
  }
}
