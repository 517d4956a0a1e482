package org.shouxin.risk.assessment.model;

import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.assessment.model.policy.Stage;

/**
 * What one rule said, kept for ever.
 *
 * @param threshold as in the policy, null where the rule has none
 * @param value what the rule saw, null when absent
 * @param outcome what follows; APPROVED when the rule holds
 */
public record RuleEvaluation(
    String id,
    int version,
    Stage stage,
    String kind,
    String threshold,
    String value,
    Verdict verdict,
    Outcome outcome,
    String code) {

  public enum Verdict {
    HOLDS,
    FAILS,
    /** A value it needs is absent. */
    UNKNOWN
  }
}
