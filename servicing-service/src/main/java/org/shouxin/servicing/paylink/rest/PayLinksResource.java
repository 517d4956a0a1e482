package org.shouxin.servicing.paylink.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.paylink.PayByLink;
import org.shouxin.servicing.paylink.PayByLink.Seen;
import org.shouxin.servicing.payment.PaymentStanding;

/**
 * What the page behind a pay link asks. Open to all; the link's own signature is what is checked.
 * The text comes in the body, so that no log of addresses has it.
 */
@Path("/v1")
public class PayLinksResource {

  private final PayByLink pay;

  PayLinksResource(PayByLink pay) {
    this.pay = pay;
  }

  /**
   * What the link pays and where it stands: OPEN, PROCESSING, PAID, FAILED (it may be tried again)
   * or UNDER_REVIEW. Nothing that names a person.
   */
  public record LinkView(
      String state, Money amount, Money collected, String reason, Instant expiresAt) {

    static LinkView of(Seen seen) {
      PaymentStanding payment = seen.payment().orElse(null);
      return new LinkView(
          payment == null ? "OPEN" : payment.state().name(),
          seen.amount(),
          payment == null ? null : payment.collected(),
          payment == null ? null : payment.reason(),
          seen.link().expiresAt());
    }
  }

  /**
   * @param link the text behind the # of the address
   */
  public record LinkRequest(String link) {}

  @POST
  @Path("/pay-link-views")
  @PermitAll
  public Uni<LinkView> show(LinkRequest request) {
    return pay.show(text(request)).map(LinkView::of);
  }

  /** Pays once; asking again while the payment is under way changes nothing. */
  @POST
  @Path("/pay-link-payments")
  @PermitAll
  public Uni<Response> pay(LinkRequest request) {
    return pay.pay(text(request)).map(seen -> Response.accepted(LinkView.of(seen)).build());
  }

  private static String text(LinkRequest request) {
    if (request == null || request.link() == null) {
      throw Invalid.field("/link", "REQUIRED", "the text of a pay link");
    }
    return request.link();
  }
}
