package org.shouxin.chassis.outbox;

/** A row that the broker did not acknowledge; nothing after it was marked as sent. */
final class NotSent extends Exception {

  NotSent(Exception cause) {
    super(cause);
  }
}
