package org.shouxin.risk.assessment.model.rule;

import java.util.function.Function;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.Match;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** No source contradicted the claim; a claim nobody was asked about does not fail here. */
final class NotMismatchedRule implements PolicyRule {

  private final Function<AssessmentFacts, Match> claim;

  NotMismatchedRule(Function<AssessmentFacts, Match> claim) {
    this.claim = claim;
  }

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    Match match = claim.apply(applicant.facts());
    return Finding.of(match != Match.MISMATCH, match);
  }
}
