package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** Debt service with the new instalment takes at most this share of the income. */
final class DebtServiceShareRule implements PolicyRule {

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    return applicant.debtServiceShare() == null
        ? Finding.unknown()
        : Finding.atMost(applicant.debtServiceShare(), rule.threshold());
  }
}
