package org.shouxin.risk.assessment.model.rule;

import java.util.function.Function;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.Match;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** A source confirmed the claim; not asked is not known. */
final class MatchedRule implements PolicyRule {

  private final Function<AssessmentFacts, Match> claim;

  MatchedRule(Function<AssessmentFacts, Match> claim) {
    this.claim = claim;
  }

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    Match match = claim.apply(applicant.facts());
    return match == Match.NOT_EVALUATED
        ? Finding.unknown(match)
        : Finding.of(match == Match.MATCH, match);
  }
}
