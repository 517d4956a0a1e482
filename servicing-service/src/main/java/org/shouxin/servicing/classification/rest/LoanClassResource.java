package org.shouxin.servicing.classification.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.classification.ReadProvision;
import org.shouxin.servicing.classification.ReadProvision.LoanClass;

/** A loan's asset class; it is the lender's own judgement and not shown to borrowers. */
@Path("/v1/loans/{id}/classification")
public class LoanClassResource {

  private final ReadProvision provision;

  LoanClassResource(ReadProvision provision) {
    this.provision = provision;
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<LoanClass> of(@RestPath UUID id) {
    return provision.of(id);
  }
}
