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
import org.shouxin.servicing.statement.PrintStatement;
import org.shouxin.servicing.statement.StatementPdf;

/** What is certified of a loan: JSON, or PDF for who accepts that. */
@Path("/v1/loans/{id}/certificates")
public class CertificatesResource {

  private final PrintStatement print;
  private final Paper paper;

  CertificatesResource(PrintStatement print, Paper paper) {
    this.print = print;
    this.paper = paper;
  }

  @GET
  @Path("/settlement")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Response> settlement(
      @RestPath UUID id,
      @QueryParam("language") String language,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    Paper.Wish wish = paper.wish(accept, language);
    return print.settlement(id).map(paid -> wish.answer(paid, StatementPdf::of));
  }

  @GET
  @Path("/interest")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Response> interest(
      @RestPath UUID id,
      @QueryParam("year") Integer year,
      @QueryParam("language") String language,
      @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    Paper.Wish wish = paper.wish(accept, language);
    return print.interest(id, year).map(paid -> wish.answer(paid, StatementPdf::of));
  }
}
