package org.shouxin.servicing.schedule;

/** How principal and interest are spread over the months of a loan. */
public enum RepaymentMethod {
  /** 等额本息: the same amount each month. */
  EQUAL_INSTALMENT,
  /** 等额本金: the same principal each month, interest on what is left. */
  EQUAL_PRINCIPAL,
  /** 先息后本: interest each month, the whole principal with the last one. */
  INTEREST_ONLY,
  /** 到期还本付息: one instalment at the end of the term. */
  BULLET
}
