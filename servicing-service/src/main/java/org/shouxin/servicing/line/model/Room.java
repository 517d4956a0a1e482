package org.shouxin.servicing.line.model;

import org.shouxin.chassis.problem.RuleViolation;

/**
 * What may still be drawn. Amounts in minor units.
 *
 * <p>available = max(0, min(limit - owed on the line, risk limit - owed altogether)), where owed is
 * the unpaid principal of loans that run, were written off or are being paid out. A risk limit
 * below what is owed blocks draws and calls no money back. 0 when a rule blocks the line.
 *
 * @param blockedBy the rule that blocks every draw, or null
 */
public record Room(long limitMinor, Use use, long availableMinor, String blockedBy) {

  /**
   * What the borrower owes.
   *
   * @param riskLimitMinor what risk lets the borrower owe altogether, or null when it has not said
   * @param late true when any of the borrower's loans is overdue beyond its grace or written off
   */
  public record Use(
      long owedOnLineMinor, long owedAltogetherMinor, Long riskLimitMinor, boolean late) {}

  static Room of(long limitMinor, Use use, boolean open, boolean unexpired) {
    long room = limitMinor - use.owedOnLineMinor();
    if (use.riskLimitMinor() != null) {
      room = Math.min(room, use.riskLimitMinor() - use.owedAltogetherMinor());
    }
    String blockedBy = blockedBy(use, open, unexpired);
    return new Room(limitMinor, use, blockedBy == null ? Math.max(0, room) : 0, blockedBy);
  }

  private static String blockedBy(Use use, boolean open, boolean unexpired) {
    if (!open) {
      return "LINE_CLOSED";
    }
    if (!unexpired) {
      return "LINE_EXPIRED";
    }
    if (use.late()) {
      return "LINE_OVERDUE";
    }
    return use.riskLimitMinor() != null && use.riskLimitMinor() < use.owedAltogetherMinor()
        ? "LINE_RISK_LIMIT"
        : null;
  }

  void requireFor(long amountMinor) {
    if (blockedBy != null) {
      throw RuleViolation.conflict(blockedBy, "the line takes no draws now");
    }
    if (amountMinor > availableMinor) {
      throw RuleViolation.conflict("LINE_LIMIT", "less than that is available")
          .field("/amount/amount");
    }
  }
}
