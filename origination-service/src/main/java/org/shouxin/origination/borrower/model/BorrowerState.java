package org.shouxin.origination.borrower.model;

/** Whether a borrower is who they claim to be. */
public enum BorrowerState {
  /** Every required check matched; may apply. */
  VERIFIED,
  /** Something could not be asked; may be verified again. */
  NEEDS_REVIEW,
  /** A party denied the claim; may be verified again with the right data. */
  REJECTED,
  /** Everything personal is gone; the account is found no more. */
  ERASED
}
