package org.shouxin.servicing.payment.model;

/**
 * What the bank says of an order, in an answer or a webhook.
 *
 * @param minor the amount that moved, minor units
 * @param reason why it failed, or null
 * @param bankReference the bank's own number, or null
 */
public record BankAnswer(Status status, long minor, String reason, String bankReference) {

  /** PENDING: accepted, not settled yet; UNKNOWN_ORDER: the bank never saw it. */
  public enum Status {
    PENDING,
    SUCCEEDED,
    FAILED,
    UNKNOWN_ORDER
  }

  public static BankAnswer unknownOrder() {
    return new BankAnswer(Status.UNKNOWN_ORDER, 0, null, null);
  }

  public boolean pending() {
    return status == Status.PENDING || status == Status.UNKNOWN_ORDER;
  }

  public boolean succeeded() {
    return status == Status.SUCCEEDED;
  }

  public boolean failed() {
    return status == Status.FAILED;
  }
}
