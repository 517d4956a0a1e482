package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.problem.Stale;

/** Writes a loan off, in the caller's transaction. */
@ApplicationScoped
public class WriteOffLoan {

  private final ChangeLoan change;
  private final DayPlans plans;

  WriteOffLoan(ChangeLoan change, DayPlans plans) {
    this.change = change;
    this.plans = plans;
  }

  /**
   * @param version the version that the officer saw, or null
   */
  public Uni<Void> handle(UUID loanId, Long version, String reason) {
    return change
        .apply(
            loanId,
            (loan, day) -> {
              if (version != null && version != loan.version()) {
                throw new Stale("the loan has changed");
              }
              return loan.writeOff(reason, plans.current(), day);
            })
        .replaceWithVoid();
  }
}
