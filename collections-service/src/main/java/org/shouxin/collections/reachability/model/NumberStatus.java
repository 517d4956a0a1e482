package org.shouxin.collections.reachability.model;

/** What the carrier, through origination, says of a telephone number. */
public enum NumberStatus {
  ACTIVE,
  SUSPENDED,
  EMPTY,
  RECYCLED,
  /** The carrier gave no answer; nothing may be concluded. */
  NOT_EVALUATED,
  /** A new number whose owner is not confirmed yet. */
  UNVERIFIED
}
