package org.shouxin.collections.contact.model;

/** Where one contact stands. */
public enum ContactState {
  /** Its slots are taken; nothing was sent. */
  RESERVED,
  /** Handed to the provider; the answer is not here yet. */
  SENDING,
  /** The provider took it; a delivery receipt may follow. */
  SENT,
  DELIVERED,
  ANSWERED,
  UNANSWERED,
  FAILED,
  /** Nobody knows whether it happened; counts as if it had. */
  UNKNOWN;

  public boolean isSettled() {
    return this == DELIVERED || this == ANSWERED || this == UNANSWERED || this == FAILED;
  }
}
