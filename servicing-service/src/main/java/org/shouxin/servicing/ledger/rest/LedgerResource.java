package org.shouxin.servicing.ledger.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.ledger.AuditLedger;
import org.shouxin.servicing.ledger.ExportJournals;
import org.shouxin.servicing.ledger.ReadTrialBalance;
import org.shouxin.servicing.ledger.TrialBalance;

/** The books. */
@Path("/v1/ledger")
public class LedgerResource {

  private final ReadTrialBalance trialBalance;
  private final ExportJournals journals;
  private final AuditLedger audit;

  LedgerResource(ReadTrialBalance trialBalance, ExportJournals journals, AuditLedger audit) {
    this.trialBalance = trialBalance;
    this.journals = journals;
    this.audit = audit;
  }

  /** At the end of a business day, as the books stood at a moment (ISO instant). */
  @GET
  @Path("/trial-balance")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<TrialBalance> trialBalance(
      @QueryParam("asOf") String asOf, @QueryParam("recordedAt") String recordedAt) {
    return trialBalance.asOf(DateText.parse("asOf", asOf), instant(recordedAt));
  }

  @GET
  @Path("/journals.csv")
  @Produces("text/csv; charset=UTF-8")
  @ResponseHeader(
      name = HttpHeaders.CONTENT_DISPOSITION,
      value = "attachment; filename=\"journals.csv\"")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Multi<String> journals(@QueryParam("from") String from, @QueryParam("to") String to) {
    return journals.csv(DateText.parse("from", from), DateText.parse("to", to));
  }

  /** Holds the journals of business days against the verifiable log. */
  @GET
  @Path("/audit")
  @RolesAllowed({"auditor", "admin"})
  public Uni<AuditLedger.Report> audit(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") String cursor) {
    return audit.over(DateText.parse("from", from), DateText.parse("to", to), cursor);
  }

  private static Instant instant(String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException notAnInstant) {
      throw Invalid.field("recordedAt", "INSTANT", "not an ISO instant, 2026-01-31T08:00:00Z");
    }
  }
}
