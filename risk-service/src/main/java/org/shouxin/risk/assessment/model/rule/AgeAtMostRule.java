package org.shouxin.risk.assessment.model.rule;

import java.math.BigDecimal;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** The applicant is not older than the threshold, years. */
final class AgeAtMostRule implements PolicyRule {

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    Integer age = applicant.facts().applicant().age();
    return age == null
        ? Finding.unknown()
        : Finding.atMost(BigDecimal.valueOf(age), rule.threshold());
  }
}
