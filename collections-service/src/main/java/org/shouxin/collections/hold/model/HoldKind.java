package org.shouxin.collections.hold.model;

/** Why nobody may collect for the time being. */
public enum HoldKind {
  DISPUTE,
  HARDSHIP,
  DECEASED,
  COMPLAINT,
  OTHER;

  /** Whether the debtor is dead or incapable, which opens CN-CONTACT-05. */
  public boolean incapable() {
    return this == DECEASED;
  }
}
