package org.shouxin.origination.policy;

/** How a loan is paid back. */
public enum RepaymentMethod {
  /** The same sum every month. */
  EQUAL_INSTALMENT,
  /** The same principal every month, interest falling. */
  EQUAL_PRINCIPAL,
  /** Interest every month, principal at the end. */
  INTEREST_ONLY,
  /** Everything at the end. */
  BULLET
}
