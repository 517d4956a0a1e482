package org.shouxin.servicing.statement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.statement.PrintStatement;
import org.shouxin.servicing.statement.StatementPdf;

/** The account of a loan: JSON, or PDF for who accepts that. */
@Path("/v1/loans/{id}/statement")
public class StatementsResource {

  private final PrintStatement print;
  private final Paper paper;

  StatementsResource(PrintStatement print, Paper paper) {
    this.print = print;
    this.paper = paper;
  }

  /** The account between two days; the whole life when they are left out. */
  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Response> statement(
      @RestPath UUID id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("language") String language,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    Paper.Wish wish = paper.wish(accept, language);
    return print
        .statement(id, DateText.parse("from", from), DateText.parse("to", to))
        .map(account -> wish.answer(account, StatementPdf::of));
  }
}
