package org.shouxin.collections.contact.model;

/** What a day's slots count. */
public enum SlotKind {
  /** Effective voice calls, per debtor (CN-CONTACT-02). */
  CALL,
  /** Unanswered attempts, per contact point (CN-CONTACT-03). */
  ATTEMPT
}
