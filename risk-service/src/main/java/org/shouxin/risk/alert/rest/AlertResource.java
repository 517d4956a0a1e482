package org.shouxin.risk.alert.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.alert.Alerts;
import org.shouxin.risk.alert.model.Alert;
import org.shouxin.risk.page.PageStart;

/** Warnings over HTTP. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

  private final Alerts alerts;
  private final UnitOfWork work;

  AlertResource(Alerts alerts, UnitOfWork work) {
    this.alerts = alerts;
    this.work = work;
  }

  /** A warning as shown. */
  public record AlertView(
      UUID alertId,
      UUID borrowerId,
      String kind,
      String severity,
      String source,
      Instant raisedAt) {}

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "Warnings, newest first")
  public Uni<Page<AlertView>> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    int size = Cursor.limit(limit);
    UUID before = PageStart.after(cursor);
    return work.reading(() -> alerts.page(before, size + 1))
        .map(
            rows ->
                Cursor.page(
                    rows.stream().map(AlertResource::view).toList(),
                    size,
                    alert -> new String[] {alert.alertId().toString()}));
  }

  private static AlertView view(Alert alert) {
    return new AlertView(
        alert.id(),
        alert.borrowerId(),
        alert.kind().name(),
        alert.severity(),
        alert.source(),
        alert.raisedAt());
  }
}
