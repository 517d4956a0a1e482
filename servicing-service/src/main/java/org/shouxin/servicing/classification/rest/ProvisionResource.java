package org.shouxin.servicing.classification.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.shouxin.servicing.classification.ReadProvision;
import org.shouxin.servicing.classification.ReadProvision.Report;

/** What was set aside for the book, by class. */
@Path("/v1/reports/provision")
public class ProvisionResource {

  private final ReadProvision provision;

  ProvisionResource(ReadProvision provision) {
    this.provision = provision;
  }

  @GET
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<Report> report() {
    return provision.report();
  }
}
