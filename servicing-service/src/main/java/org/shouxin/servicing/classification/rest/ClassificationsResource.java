package org.shouxin.servicing.classification.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.classification.ClassifyLoans;
import org.shouxin.servicing.classification.ClassifyLoans.Run;

/** Runs of the classification. */
@Path("/v1/classifications")
public class ClassificationsResource {

  private final ClassifyLoans classify;

  ClassificationsResource(ClassifyLoans classify) {
    this.classify = classify;
  }

  /** Classifies the open day's book; a second call posts what moved since. */
  @POST
  @Path("/{date}")
  @RolesAllowed({"admin", "service"})
  public Uni<Run> run(@RestPath String date) {
    return classify.run(DateText.parse("date", date));
  }
}
