package org.shouxin.origination.report.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.shouxin.origination.report.Summaries;
import org.shouxin.origination.report.Summary;

/** Reports. */
@Path("/v1/reports")
public class ReportResource {

  private final Summaries summaries;

  ReportResource(Summaries summaries) {
    this.summaries = summaries;
  }

  /** What came in and what became of it. */
  @GET
  @Path("/summary")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Summary> summary() {
    return summaries.now();
  }
}
