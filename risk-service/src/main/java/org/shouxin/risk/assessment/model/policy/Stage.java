package org.shouxin.risk.assessment.model.policy;

/** Order in which a policy looks at an applicant; the first stage that fails gives the reasons. */
public enum Stage {
  EXCLUSION,
  ELIGIBILITY,
  AFFORDABILITY,
  SCORE,
  LIMIT
}
