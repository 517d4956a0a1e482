package org.shouxin.risk.assessment.model.rule;

import java.util.function.Function;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** A whole figure reaches the threshold. */
final class AtLeastRule implements PolicyRule {

  private final Function<Applicant, Integer> figure;

  AtLeastRule(Function<Applicant, Integer> figure) {
    this.figure = figure;
  }

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    return Finding.atLeast(figure.apply(applicant), rule.threshold());
  }
}
