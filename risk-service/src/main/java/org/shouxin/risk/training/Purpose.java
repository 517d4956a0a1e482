package org.shouxin.risk.training;

/** What a model is for; each purpose has its own champion. */
public enum Purpose {
  /** Will an applicant for any loan turn bad. */
  LENDING,
  /** Will a borrower of a credit line opened from a phone number turn bad. */
  PHONE_CREDIT,
  /** Will a borrower become unreachable within the loan's term. */
  WILL_VANISH
}
