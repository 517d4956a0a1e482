package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;

/** Tells a loan how its payout ended, in the caller's transaction. */
@ApplicationScoped
public class SettlePayout {

  private final ChangeLoan change;
  private final DayPlans plans;
  private final Ids ids;

  SettlePayout(ChangeLoan change, DayPlans plans, Ids ids) {
    this.change = change;
    this.plans = plans;
    this.ids = ids;
  }

  /** The borrower has the money. */
  public Uni<Void> paidOut(UUID loanId, String bankReference) {
    return change
        .apply(loanId, (loan, day) -> loan.disburse(day, bankReference, plans.current(), ids::next))
        .replaceWithVoid();
  }

  /** The bank refused for good. */
  public Uni<Void> refused(UUID loanId) {
    return change
        .apply(
            loanId,
            (loan, day) -> {
              loan.failPayout();
              return List.of();
            })
        .replaceWithVoid();
  }
}
