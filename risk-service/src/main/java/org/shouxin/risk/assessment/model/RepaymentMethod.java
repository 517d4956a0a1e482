package org.shouxin.risk.assessment.model;

/** How the loan would be repaid. */
public enum RepaymentMethod {
  EQUAL_INSTALMENT,
  EQUAL_PRINCIPAL,
  INTEREST_ONLY,
  BULLET
}
