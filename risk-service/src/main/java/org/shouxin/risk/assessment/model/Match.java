package org.shouxin.risk.assessment.model;

/** What an independent source said about a claim of the applicant. */
public enum Match {
  MATCH,
  MISMATCH,
  NOT_EVALUATED
}
