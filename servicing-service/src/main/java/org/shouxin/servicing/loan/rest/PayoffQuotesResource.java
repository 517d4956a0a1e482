package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.QuotePayoff;
import org.shouxin.servicing.loan.QuotePayoff.Quote;

/** What ends a loan. */
@Path("/v1/loans/{id}/payoff-quote")
public class PayoffQuotesResource {

  private final QuotePayoff quotes;

  PayoffQuotesResource(QuotePayoff quotes) {
    this.quotes = quotes;
  }

  @GET
  @RolesAllowed({"borrower", "officer", "collector", "auditor", "admin", "service"})
  public Uni<Quote> quote(@RestPath UUID id, @QueryParam("validTo") String validTo) {
    return quotes.quote(id, DateText.parse("validTo", validTo));
  }
}
