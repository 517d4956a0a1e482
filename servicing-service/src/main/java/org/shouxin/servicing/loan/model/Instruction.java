package org.shouxin.servicing.loan.model;

import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.RepaymentMethod;

/**
 * What a borrower wants a payment to do beyond paying what is due.
 *
 * @param mode what becomes of the schedule after a prepayment
 */
public record Instruction(Purpose purpose, Mode mode) {

  /** What the money is for. */
  public enum Purpose {
    /** What is due; the rest waits as credit. */
    DUE,
    /** What is due, interest until today, and principal that is not due yet. */
    PREPAYMENT,
    /** Everything; money that does not suffice for that pays what is due. */
    PAYOFF
  }

  /** How the rest of the schedule is worked out anew. */
  public enum Mode {
    /** Instalments stay about as high, and end sooner. */
    SHORTEN_TERM,
    /** Due dates stay, instalments are lower. */
    LOWER_INSTALMENT
  }

  /** Refuses an early repayment that a loan does not have. */
  public void requireFor(LoanState state, RepaymentMethod method) {
    if (state != LoanState.ACTIVE) {
      throw RuleViolation.conflict("LOAN_NOT_ACTIVE", "only an active loan is repaid early");
    }
    if (purpose == Purpose.PREPAYMENT
        && mode == Mode.SHORTEN_TERM
        && method != RepaymentMethod.EQUAL_INSTALMENT
        && method != RepaymentMethod.EQUAL_PRINCIPAL) {
      throw RuleViolation.conflict(
          "PREPAYMENT_METHOD", "only equal instalments and equal principal can end sooner");
    }
  }

  boolean isEarly() {
    return purpose != Purpose.DUE;
  }
}
