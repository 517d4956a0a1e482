package org.shouxin.risk.report.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.report.RiskFigures;

/** Reports over HTTP. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

  private final RiskFigures figures;
  private final UnitOfWork work;

  ReportResource(RiskFigures figures, UnitOfWork work) {
    this.figures = figures;
    this.work = work;
  }

  @GET
  @Path("/summary")
  @RolesAllowed({"officer", "auditor", "admin"})
  @Operation(summary = "Assessments, reasons, lowered limits, blacklist, warnings")
  public Uni<RiskFigures.Summary> summary() {
    return work.reading(figures::summary);
  }
}
