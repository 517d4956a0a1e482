package org.shouxin.collections.contact.model;

/** The ways a debtor may be contacted; anything else does not exist here. */
public enum Channel {
  SMS,
  VOICE,
  EMAIL,
  APP_PUSH;

  /** Whether the channel ends at a telephone number, which can be empty or a stranger's. */
  public boolean usesNumber() {
    return this == SMS || this == VOICE;
  }
}
