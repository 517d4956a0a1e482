package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.loan.model.Fees;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;

/**
 * Gives up what is unpaid of a fee, with a reason, up to the amount that the caller's role may
 * (data of {@code fee_waiver_policy}). What the books had recognised of it is taken out of fee
 * income.
 */
@ApplicationScoped
public class WaiveFee {

  private final ChangeLoan change;
  private final Charges charges;
  private final DayPlans plans;
  private final Caller caller;

  WaiveFee(ChangeLoan change, Charges charges, DayPlans plans, Caller caller) {
    this.change = change;
    this.charges = charges;
    this.plans = plans;
    this.caller = caller;
  }

  /** Waives it, in the caller's unit. */
  public Uni<Void> waive(UUID loanId, UUID chargeId, String reason) {
    String by = caller.subject();
    return charges
        .waiverLimits()
        .map(this::limit)
        .chain(
            limit ->
                change.apply(
                    loanId,
                    (loan, day) -> {
                      requireWithin(limit, unpaid(loan, chargeId));
                      return Fees.waive(loan, chargeId, reason, plans.current(), day);
                    }))
        .chain(events -> charges.waived(chargeId, minor(events), by, reason));
  }

  private static long minor(List<LoanEvent> events) {
    return events.stream()
        .filter(LoanEvent.FeeWaived.class::isInstance)
        .mapToLong(event -> ((LoanEvent.FeeWaived) event).minor())
        .sum();
  }

  private long limit(Map<String, Long> limits) {
    return limits.entrySet().stream()
        .filter(limit -> caller.has(limit.getKey()))
        .mapToLong(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private static long unpaid(Loan loan, UUID chargeId) {
    InstalmentFacts fee =
        loan.instalmentFacts().stream()
            .filter(f -> f.isCharge() && f.id().equals(chargeId))
            .findFirst()
            .orElseThrow(() -> new NotFound("charge", chargeId));
    return fee.planned().costMinor() - fee.paid().costMinor();
  }

  private static void requireWithin(long limitMinor, long minor) {
    if (minor > limitMinor) {
      throw RuleViolation.refused(
              "FEE_WAIVER_LIMIT", "at most " + limitMinor + " minor units in this role")
          .with("limitMinor", limitMinor);
    }
  }
}
