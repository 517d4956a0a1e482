package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** The borrower may have new money: contact kept, nothing late or written off. */
final class LimitNotSuspendedRule implements PolicyRule {

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    AssessmentFacts.Standing standing = applicant.facts().standing();
    String seen = standing.newMoneyPercent() + " " + String.join(",", standing.restrictions());
    return Finding.of(standing.newMoneyPercent() > 0, seen.strip());
  }
}
