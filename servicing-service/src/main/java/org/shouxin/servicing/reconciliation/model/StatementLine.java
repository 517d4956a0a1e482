package org.shouxin.servicing.reconciliation.model;

import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * A line of the bank's statement of the lender's account.
 *
 * @param seq the bank's number of the line, ascending
 * @param amount more than zero; the direction says which way it went
 * @param orderId the order that the bank says it carried out, or null
 * @param bankReference the bank's own number of the booking; no two lines share one
 * @param purpose what the sender wrote, or null
 */
public record StatementLine(
    long seq,
    Instant bookedAt,
    Direction direction,
    Money amount,
    UUID orderId,
    String bankReference,
    String purpose) {

  /** Seen from the lender's account. */
  public enum Direction {
    IN,
    OUT
  }
}
