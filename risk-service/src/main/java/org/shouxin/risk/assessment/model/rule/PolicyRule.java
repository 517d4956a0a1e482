package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** A way to look at an applicant; it says what it saw, the policy says what follows. */
public interface PolicyRule {

  Finding look(RuleDefinition rule, Applicant applicant);
}
