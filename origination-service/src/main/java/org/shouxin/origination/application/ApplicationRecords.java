package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.borrower.RecordsToKeep;

/** Applications and loans as grounds to keep a borrower's data. */
@ApplicationScoped
class ApplicationRecords implements RecordsToKeep {

  /** Data of somebody who had a loan is kept for ten years after its end. */
  static final String RULE_RETENTION = "CN-PII-06";

  private final Applications applications;

  ApplicationRecords(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Uni<Void> requireNone(UUID borrowerId) {
    return applications
        .countOpen(borrowerId)
        .invoke(
            open -> {
              if (open > 0) {
                throw RuleViolation.conflict(
                    SubmitApplication.RULE_ONE_OPEN, "an application is open");
              }
            })
        .chain(() -> applications.countLoans(borrowerId))
        .invoke(
            loans -> {
              if (loans > 0) {
                throw RuleViolation.refused(
                    RULE_RETENTION, "the data of a borrower who signed must be kept");
              }
            })
        .replaceWithVoid();
  }
}
