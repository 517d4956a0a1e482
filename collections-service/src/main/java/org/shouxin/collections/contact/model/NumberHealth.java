package org.shouxin.collections.contact.model;

/** What is known of the debtor's telephone number. */
public enum NumberHealth {
  USABLE,
  /** No subscriber; stays closed until the carrier re-confirms the debtor. */
  EMPTY,
  /** Belongs to a stranger now; closed for ever. */
  RECYCLED
}
