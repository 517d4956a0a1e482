package org.shouxin.origination.person;

/** What came of a check. Only {@link #MATCH} proves anything. */
public enum CheckOutcome {
  /** The party confirms the claim. */
  MATCH,
  /** The party denies the claim, or knows no such person. */
  MISMATCH,
  /** Nobody could be asked, or the answer says nothing. Never counts as passed. */
  NOT_EVALUATED
}
