package org.shouxin.collections.reachability.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.collections.reachability.ShowEvidence;
import org.shouxin.collections.reachability.model.ReachState;
import org.shouxin.collections.reachability.model.Transition;

/** Whether a borrower can be reached, and the evidence. */
@Path("/v1/cases/{id}/reachability")
@Tag(name = "reachability")
public class ReachabilityResource {
  private final ShowEvidence showEvidence;

  public ReachabilityResource(ShowEvidence showEvidence) {
    this.showEvidence = showEvidence;
  }

  /** One dated step. */
  public record Step(ReachState from, ReachState to, String cause, LocalDate day) {
    static Step of(Transition step) {
      return new Step(step.from(), step.to(), step.cause(), step.day());
    }
  }

  /** State now, and the steps in order. */
  public record ReachabilityView(String state, int failuresInRow, List<Step> steps) {}

  @GET
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<ReachabilityView> one(@PathParam("id") UUID caseId) {
    return showEvidence
        .of(caseId)
        .map(
            found ->
                new ReachabilityView(
                    found.reach().state(),
                    found.reach().failuresInRow(),
                    found.steps().stream().map(Step::of).toList()));
  }
}
