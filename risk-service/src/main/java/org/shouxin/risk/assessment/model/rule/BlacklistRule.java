package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** No entry of the blacklist in the given state meets the applicant's tags. */
final class BlacklistRule implements PolicyRule {

  private final String state;

  BlacklistRule(String state) {
    this.state = state;
  }

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    long hits = applicant.facts().hits().stream().filter(hit -> state.equals(hit.state())).count();
    return Finding.of(hits == 0, hits);
  }
}
