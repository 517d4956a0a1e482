package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * Credit that goes back to the borrower. It leaves the loan when the bank is asked to pay it, so
 * that it cannot be used twice; when the bank refuses, it is credit again from that same day, and
 * what fell due meanwhile is covered by it as if it had never left.
 */
public final class Refund {

  private Refund() {}

  /**
   * Takes credit off the loan, all of it or a part.
   *
   * @param amountOrNull all credit when it is null
   */
  public static List<LoanEvent> order(
      Loan loan, UUID refundId, Money amountOrNull, DayPlan plan, LocalDate day) {
    Position position = loan.position(day);
    long minor = amountOrNull == null ? position.creditMinor() : amountOrNull.minor();
    if (position.amountDueMinor() > 0 || loan.state() == LoanState.WRITTEN_OFF) {
      throw RuleViolation.conflict("REFUND_WHILE_DUE", "credit is kept while something is due");
    }
    if (position.creditMinor() == 0) {
      throw RuleViolation.conflict("REFUND_NO_CREDIT", "the loan has no credit");
    }
    if (minor <= 0 || minor > position.creditMinor()) {
      throw RuleViolation.refused("REFUND_RANGE", "a refund is above zero and at most the credit")
          .field("/amount");
    }
    return loan.take(loan.facts().refund(refundId, minor, day, plan), day);
  }

  /** Puts a refund back that did not reach the borrower. */
  public static List<LoanEvent> takeBack(
      Loan loan, UUID refundId, String reason, Past past, DayPlan plan, LocalDate day) {
    MoneyEntry refund = past.refund(refundId);
    return loan.take(
        loan.facts()
            .returnRefund(refund, past.history(), reason, day, plan, loan.contract(past.ids())),
        day);
  }
}
