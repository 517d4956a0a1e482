package org.shouxin.servicing.payment.model;

import org.shouxin.chassis.money.Money;

/** What follows from what the bank said. */
public sealed interface Verdict {

  /** Nothing to post; the order waits, or was settled before. */
  record Nothing() implements Verdict {}

  /**
   * Money moved.
   *
   * @param toldBeforeMinor another amount that a webhook had told, or null: a break to record
   */
  record Paid(Money amount, String bankReference, Long toldBeforeMinor) implements Verdict {}

  /** The bank refused for good. */
  record Refused(String reason) implements Verdict {}

  /** The bank named another amount than it should: a break, nothing is posted. */
  record Differs(long expectedMinor, long toldMinor) implements Verdict {}
}
