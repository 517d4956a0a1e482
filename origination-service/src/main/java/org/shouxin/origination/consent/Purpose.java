package org.shouxin.origination.consent;

/** What a person lets the lender do with the person's data. */
public enum Purpose {
  /** Ask the authority and the carrier who somebody is. */
  IDENTITY_CHECK,
  /** Ask the credit bureau for a report (CN-CREDIT-01). */
  BUREAU_QUERY,
  /** Report the loan to the credit bureau (CN-CREDIT-01). */
  BUREAU_REPORT,
  /** Be contacted about the loan. */
  CONTACT,
  /** Debit the own account for instalments. */
  AUTO_DEBIT,
  /** Compare the face with the document (CN-PII-01: a consent of its own). */
  FACE
}
