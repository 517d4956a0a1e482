package org.shouxin.risk.assessment.model;

/** State of the phone number at the carrier. */
public enum PhoneStatus {
  ACTIVE,
  SUSPENDED,
  EMPTY,
  RECYCLED,
  UNKNOWN,
  UNVERIFIED,
  NOT_EVALUATED
}
