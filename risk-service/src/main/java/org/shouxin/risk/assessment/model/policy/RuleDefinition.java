package org.shouxin.risk.assessment.model.policy;

import java.math.BigDecimal;

/**
 * One rule of a policy.
 *
 * @param threshold decimal in the unit of the kind; null where the kind has none
 * @param onFail what follows when the rule does not hold
 * @param onUnknown what follows when a value it needs is absent; never APPROVED
 * @param code reason code given to the applicant
 */
public record RuleDefinition(
    String id,
    int version,
    Stage stage,
    RuleKind kind,
    BigDecimal threshold,
    Outcome onFail,
    Outcome onUnknown,
    String code) {

  public RuleDefinition {
    if (onFail == Outcome.APPROVED || onUnknown == Outcome.APPROVED) {
      throw new IllegalArgumentException("rule " + id + " would approve what it refuses");
    }
    if (kind.hasThreshold() != (threshold != null)) {
      throw new IllegalArgumentException("rule " + id + ": threshold and kind disagree");
    }
  }
}
