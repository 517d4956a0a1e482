package org.shouxin.origination.contactpoint.model;

/** What is known of a contact point. */
public enum NumberStatus {
  /** In service and the person's. */
  ACTIVE,
  /** The carrier has suspended it; nobody is reached. */
  SUSPENDED,
  /** Nobody holds it; stays so until the carrier confirms this person again. */
  EMPTY,
  /** Somebody else's; for ever blocked for this person. */
  RECYCLED,
  /** Not proven to be the person's. */
  UNVERIFIED
}
