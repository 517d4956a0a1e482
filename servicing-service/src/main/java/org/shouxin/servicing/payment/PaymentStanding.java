package org.shouxin.servicing.payment;

import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.payment.model.BankOrder;

/**
 * Where a payment by debit stands, for other features.
 *
 * @param amount what was ordered
 * @param collected what came in
 * @param reason why it failed, or null
 */
public record PaymentStanding(
    UUID paymentId, State state, Money amount, Money collected, String reason) {

  /** UNDER_REVIEW: the bank's figures do not agree and a person looks at it. */
  public enum State {
    PROCESSING,
    PAID,
    FAILED,
    UNDER_REVIEW
  }

  static PaymentStanding of(BankOrder order) {
    State state =
        switch (order.state()) {
          case CREATED, SENT -> State.PROCESSING;
          case SUCCEEDED -> State.PAID;
          case FAILED -> State.FAILED;
          case BROKEN -> State.UNDER_REVIEW;
        };
    return new PaymentStanding(order.id(), state, order.amount(), order.settled(), order.reason());
  }
}
