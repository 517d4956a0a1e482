package org.shouxin.servicing.schedule;

/** How principal and interest are spread over the periods of a loan. */
public enum RepaymentMethod {
  /** 等额本息: the same amount each period. */
  EQUAL_INSTALMENT,
  /** 等额本金: the same principal each period, interest on what is left. */
  EQUAL_PRINCIPAL,
  /** 先息后本: interest each period, the whole principal with the last one. */
  INTEREST_ONLY,
  /** 到期还本付息: one instalment at the end of the term. */
  BULLET,
  /** 等本等息: the same principal and the same interest, which counts on the first principal. */
  FLAT,
  /** 气球贷: equal instalments that leave an agreed principal, paid with the last one. */
  BALLOON,
  /** 自定义还款计划: dates and amounts as agreed. */
  OWN_SCHEDULE;

  /** Whether the instalments are equal amounts of principal and interest on what is left. */
  boolean isLevel() {
    return this == EQUAL_INSTALMENT || this == BALLOON;
  }

  /** Whether periods without principal, or with interest paid later, make sense. */
  boolean takesGrace() {
    return isLevel() || this == EQUAL_PRINCIPAL || this == INTEREST_ONLY;
  }
}
