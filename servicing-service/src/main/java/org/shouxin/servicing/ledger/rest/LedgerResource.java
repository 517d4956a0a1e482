package org.shouxin.servicing.ledger.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.ledger.ReadTrialBalance;
import org.shouxin.servicing.ledger.TrialBalance;

/** The books. */
@Path("/v1/ledger")
public class LedgerResource {

  private final ReadTrialBalance trialBalance;

  LedgerResource(ReadTrialBalance trialBalance) {
    this.trialBalance = trialBalance;
  }

  @GET
  @Path("/trial-balance")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<TrialBalance> trialBalance(@QueryParam("asOf") String asOf) {
    return trialBalance.asOf(DateText.parse("asOf", asOf));
  }
}
