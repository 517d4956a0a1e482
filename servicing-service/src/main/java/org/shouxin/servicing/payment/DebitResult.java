package org.shouxin.servicing.payment;

import java.util.UUID;
import org.shouxin.servicing.payment.model.BankAnswer;

/**
 * What the bank tells of one debit.
 *
 * @param currency of the amount that was told, or null when none was
 * @param webhookId the webhook that told it, or null
 */
public record DebitResult(
    UUID orderId, BankAnswer answer, String currency, Source source, String webhookId) {

  /** By what way it was told; a webhook is only a hint, the others are the bank's own record. */
  public enum Source {
    WEBHOOK,
    ANSWER,
    FILE
  }

  /** What followed from it. */
  public enum Outcome {
    /** The money is on the loan. */
    POSTED,
    /** The bank refused; nothing is posted. */
    REFUSED,
    /** It had been told, and settled, before. */
    ALREADY,
    /** It does not settle the order; the bank is asked. */
    WAITING,
    /** The amount cannot be right: a break, nothing is posted. */
    DIFFERS,
    /** No such debit was ordered. */
    UNKNOWN
  }

  boolean isHint() {
    return source == Source.WEBHOOK;
  }
}
