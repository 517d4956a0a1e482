package org.shouxin.origination.contract;

import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/** The words of the contract's language. */
final class ContractWords {

  private ContractWords() {}

  static String of(RepaymentMethod method) {
    return switch (method) {
      case EQUAL_INSTALMENT -> "等额本息";
      case EQUAL_PRINCIPAL -> "等额本金";
      case INTEREST_ONLY -> "按月付息,到期还本";
      case BULLET -> "到期一次性还本付息";
    };
  }

  static String of(LoanPurpose purpose) {
    return switch (purpose) {
      case DAILY_CONSUMPTION -> "日常消费";
      case EDUCATION -> "教育培训";
      case MEDICAL -> "医疗健康";
      case HOME_IMPROVEMENT -> "家居装修";
      case TRAVEL -> "旅游出行";
      case DURABLE_GOODS -> "耐用消费品";
      case PROPERTY, SECURITIES ->
          throw new IllegalArgumentException("no contract serves " + purpose);
    };
  }
}
