package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * Transitions of a loan that reach back to an earlier day: what came since is worked out anew by a
 * {@link Replay}, and the lines that then differ are taken back and posted again today.
 */
public final class Corrections {

  private final Loan loan;
  private final Past past;
  private final DayPlan plan;
  private final LocalDate day;

  Corrections(Loan loan, Past past, DayPlan plan, LocalDate day) {
    this.loan = loan;
    this.past = past;
    this.plan = plan;
    this.day = day;
  }

  /** Takes a payment in that counts from an earlier day. */
  public List<LoanEvent> receive(UUID paymentId, Money amount, LocalDate countsFrom) {
    if (countsFrom.equals(day)) {
      return loan.receive(paymentId, amount, null, past.ids(), plan, day);
    }
    require(amount.isPositive(), "PAYMENT_POSITIVE", "a payment is more than zero");
    requireWithinLife(countsFrom);
    MoneyEntry payment = MoneyEntry.payment(paymentId, countsFrom, amount, null, loan.debt());
    return loan.take(
        loan.facts().receiveBackdated(payment, past.history(), day, plan, contract()), day);
  }

  /** Takes a payment back, as if it had never counted. */
  public List<LoanEvent> reverse(UUID paymentId, String reason) {
    MoneyEntry payment = past.payment(paymentId);
    return loan.take(
        loan.facts().reverse(payment, past.history(), reason, day, plan, contract()), day);
  }

  /** Has a payment count from another day than was known. */
  public List<LoanEvent> correctValueDate(UUID paymentId, LocalDate countsFrom, String reason) {
    requireWithinLife(countsFrom);
    MoneyEntry payment = past.payment(paymentId);
    return loan.take(
        loan.facts().moveTo(countsFrom, payment, past.history(), reason, day, plan, contract()),
        day);
  }

  private Contract contract() {
    return loan.contract(past.ids());
  }

  private void requireWithinLife(LocalDate countsFrom) {
    require(
        loan.valueDate().filter(paidOut -> !countsFrom.isBefore(paidOut)).isPresent()
            && !countsFrom.isAfter(day),
        "VALUE_DATE_RANGE",
        "money counts from a day between the payout and today");
  }

  private static void require(boolean holds, String rule, String detail) {
    if (!holds) {
      throw RuleViolation.conflict(rule, detail);
    }
  }
}
