package org.shouxin.servicing.reconciliation;

import org.shouxin.servicing.ledger.Account;

/** How bank and books can disagree about a movement of the lender's account. */
public enum BreakKind {
  /** The books say that money moved; the statement of those days does not. */
  MISSING_IN_BANK,
  /** The bank moved money that no order and no transfer of ours accounts for. */
  MISSING_IN_BOOKS,
  AMOUNT_DIFFERS,
  /** The bank carried an order out twice. */
  DOUBLED;

  /**
   * The account that takes the difference when it is posted: what came in unasked for is somebody
   * else's money and goes to suspense, everything else waits to be cleared with the bank.
   *
   * @param differenceMinor what the bank has more than the books, in + and out -
   */
  public Account counterAccount(long differenceMinor) {
    boolean came = this == MISSING_IN_BOOKS || this == DOUBLED;
    return came && differenceMinor > 0 ? Account.UNKNOWN_RECEIPTS : Account.BANK_DIFFERENCES;
  }
}
