package org.shouxin.servicing.reconciliation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.reconciliation.ImportStatement;
import org.shouxin.servicing.reconciliation.ImportStatement.Covered;
import org.shouxin.servicing.reconciliation.Statements.Imported;

/**
 * Statements of the lender's account. Taking the same lines in twice changes nothing, so no key is
 * asked for.
 */
@Path("/v1/bank-statements")
public class StatementsResource {

  private final ImportStatement statements;

  StatementsResource(ImportStatement statements) {
    this.statements = statements;
  }

  /** A statement file; with from and to, it has every line of those business days. */
  @POST
  @Consumes("text/csv")
  @RolesAllowed({"officer", "admin", "service"})
  public Uni<Imported> file(
      @QueryParam("from") String from, @QueryParam("to") String to, String csv) {
    return statements.file(csv, covered(from, to));
  }

  /** Asks the bank for the lines that are not known yet. */
  @POST
  @Path("/fetch")
  @RolesAllowed({"officer", "admin", "service"})
  public Uni<Imported> fetch(@QueryParam("from") String from, @QueryParam("to") String to) {
    return statements.fromBank(covered(from, to));
  }

  private static Covered covered(String from, String to) {
    return new Covered(DateText.parse("from", from), DateText.parse("to", to));
  }
}
