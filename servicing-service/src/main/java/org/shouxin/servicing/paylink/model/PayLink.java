package org.shouxin.servicing.paylink.model;

import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * An invitation to pay a loan once, without signing in. It is open until it has brought a payment
 * or its time is over; a payment that the bank refused leaves it open.
 *
 * @param amountOrNull what is paid; all that is due at that moment when it is null
 * @param paymentIdOrNull the payment that it brought last
 */
public record PayLink(
    UUID id,
    UUID loanId,
    Money amountOrNull,
    String currency,
    Instant expiresAt,
    UUID paymentIdOrNull) {

  /** Refuses a link whose time is over. */
  public void requireInTime(Instant now) {
    if (!now.isBefore(expiresAt)) {
      throw RuleViolation.conflict("PAY_LINK_EXPIRED", "the link's time is over; ask for another");
    }
  }

  /** What it pays when that much is due; refuses when it comes to nothing. */
  public Money amount(Money due) {
    Money amount = amountOrNull == null ? due : amountOrNull;
    if (!amount.isPositive()) {
      throw RuleViolation.conflict("PAY_LINK_NOTHING_DUE", "nothing is due now");
    }
    return amount;
  }
}
