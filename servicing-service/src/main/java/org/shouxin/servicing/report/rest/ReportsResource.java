package org.shouxin.servicing.report.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.shouxin.servicing.report.Figures.Summary;
import org.shouxin.servicing.report.ReadSummary;

/** Reports over the book. */
@Path("/v1/reports")
public class ReportsResource {

  private final ReadSummary summary;

  ReportsResource(ReadSummary summary) {
    this.summary = summary;
  }

  @GET
  @Path("/summary")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Summary> summary() {
    return summary.read();
  }
}
