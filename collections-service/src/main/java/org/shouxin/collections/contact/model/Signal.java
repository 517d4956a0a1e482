package org.shouxin.collections.contact.model;

/** What a contact's outcome says about whether the debtor can be reached. */
public enum Signal {
  NOTHING,
  /** A lawful attempt without success. */
  FAILURE,
  /** The number itself answered that it does not work. */
  NUMBER_FAILURE,
  ANSWERED
}
