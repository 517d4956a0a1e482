package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/** Fees beside the schedule of an active loan: put on it, and given up. */
public final class Fees {

  private Fees() {}

  /** Puts a fee on a loan, within the cap of price. */
  public static List<LoanEvent> charge(
      Loan loan, Charge charge, UUID chargeId, DayPlan plan, LocalDate day) {
    requireActive(loan);
    require(!charge.dueDate().isBefore(day), "CHARGE_DUE", "a fee falls due today or later");
    long minor = charge.minor(loan.terms().principalMinor(), loan.position(day));
    Debt charged = loan.debt().charge(chargeId, minor, charge, day);
    Charge.requireWithinCap(loan.terms(), loan.valueDate().orElseThrow(), charged.charges());
    LoanFacts facts = new LoanFacts(loan.state(), loan.stage(), charged);
    return loan.take(facts.charged(charge.dueDate(), day, plan), day);
  }

  /** Gives up what is unpaid of a fee. */
  public static List<LoanEvent> waive(
      Loan loan, UUID chargeId, String reason, DayPlan plan, LocalDate day) {
    requireActive(loan);
    require(
        loan.debt().charges().stream().anyMatch(f -> f.id().equals(chargeId) && !f.isPaid()),
        "FEE_SETTLED",
        "nothing is unpaid of the fee");
    return loan.take(loan.facts().waive(chargeId, reason, day, plan), day);
  }

  private static void requireActive(Loan loan) {
    require(loan.state() == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan has fees");
  }

  private static void require(boolean holds, String rule, String detail) {
    if (!holds) {
      throw RuleViolation.conflict(rule, detail);
    }
  }
}
