package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** An amount above the threshold is not lent without a bureau report. */
final class BureauNeededRule implements PolicyRule {

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    boolean large = applicant.facts().loan().amount().amount().compareTo(rule.threshold()) > 0;
    boolean available = applicant.facts().bureau().available();
    return Finding.of(available || !large, available ? "AVAILABLE" : "UNAVAILABLE");
  }
}
