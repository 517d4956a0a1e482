package org.shouxin.risk.assessment.model.rule;

import java.math.BigDecimal;
import org.shouxin.risk.assessment.model.RuleEvaluation.Verdict;

/**
 * @param value what was seen, null when absent
 */
public record Finding(Verdict verdict, String value) {

  static Finding unknown() {
    return new Finding(Verdict.UNKNOWN, null);
  }

  static Finding unknown(Object value) {
    return new Finding(Verdict.UNKNOWN, value.toString());
  }

  static Finding of(boolean holds, Object value) {
    return new Finding(holds ? Verdict.HOLDS : Verdict.FAILS, value.toString());
  }

  static Finding atLeast(Integer value, BigDecimal threshold) {
    return value == null
        ? unknown()
        : of(BigDecimal.valueOf(value).compareTo(threshold) >= 0, value);
  }

  static Finding atMost(BigDecimal value, BigDecimal threshold) {
    return of(value.compareTo(threshold) <= 0, value.toPlainString());
  }
}
