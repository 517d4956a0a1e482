package org.shouxin.collections.report.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.collections.report.ShowSummary;
import org.shouxin.collections.report.Summary;

/** Figures for officers, auditors and administrators. */
@Path("/v1/reports")
@Tag(name = "reports")
public class ReportsResource {
  private final ShowSummary showSummary;

  public ReportsResource(ShowSummary showSummary) {
    this.showSummary = showSummary;
  }

  @GET
  @Path("/summary")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Summary> summary() {
    return showSummary.now();
  }
}
