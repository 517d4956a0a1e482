package org.shouxin.risk.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.limit.AdjustLimit;

/** A reviewer approved what the policy had referred: the graded limit is granted after all. */
@ApplicationScoped
public class GrantReviewed {

  private final Assessments assessments;
  private final AdjustLimit limits;

  public GrantReviewed(Assessments assessments, AdjustLimit limits) {
    this.assessments = assessments;
    this.limits = limits;
  }

  /**
   * Runs in the transaction of the event; what is unknown here or was not referred is left alone.
   */
  public Uni<Void> approved(UUID assessmentId) {
    return assessments
        .find(assessmentId)
        .chain(
            assessment ->
                assessment == null || assessment.outcome() != Outcome.REFERRED
                    ? Uni.createFrom().voidItem()
                    : limits.granted(assessment.borrowerId(), assessment.gradedLimit()));
  }
}
