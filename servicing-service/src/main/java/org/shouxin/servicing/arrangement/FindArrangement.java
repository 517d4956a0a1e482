package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;

/** Finds a request of a loan and the policy it is under, in the caller's unit. */
@ApplicationScoped
class FindArrangement {

  private final Arrangements arrangements;

  FindArrangement(Arrangements arrangements) {
    this.arrangements = arrangements;
  }

  /** A request of the loan, locked; one of another loan does not exist here. */
  Uni<Arrangement> locked(UUID loanId, UUID arrangementId) {
    return arrangements.locked(arrangementId).map(found -> of(loanId, arrangementId, found));
  }

  Uni<Arrangement> seen(UUID loanId, UUID arrangementId) {
    return arrangements.find(arrangementId).map(found -> of(loanId, arrangementId, found));
  }

  Uni<ArrangementPolicy> policy(Arrangement arrangement, OpenSchedule loan) {
    return arrangements
        .policy(arrangement.wish().kind(), arrangement.wish().reason(), loan.day())
        .map(
            policy ->
                policy.orElseThrow(
                    () ->
                        RuleViolation.conflict(
                            "ARRANGEMENT_NOT_OFFERED", "it is no longer offered")));
  }

  private static Arrangement of(UUID loanId, UUID arrangementId, Optional<Arrangement> found) {
    return found
        .filter(arrangement -> arrangement.loanId().equals(loanId))
        .orElseThrow(() -> new NotFound("arrangement", arrangementId));
  }
}
