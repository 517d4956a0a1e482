package org.shouxin.risk.assessment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouxin.risk.assessment.model.Assessment;

/** Assessments made. */
public interface Assessments {

  Uni<Void> add(Assessment assessment);

  /** Null when there is none. */
  Uni<Assessment> find(UUID assessmentId);

  /**
   * Newest first.
   *
   * @param borrowerId null for all borrowers
   * @param before id of the last one seen, null for the first page
   */
  Uni<List<Assessment>> page(UUID borrowerId, UUID before, int limit);
}
