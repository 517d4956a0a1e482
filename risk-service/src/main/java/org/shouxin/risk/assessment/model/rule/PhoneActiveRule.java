package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.PhoneStatus;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;

/** The carrier says the number is in use. */
final class PhoneActiveRule implements PolicyRule {

  @Override
  public Finding look(RuleDefinition rule, Applicant applicant) {
    PhoneStatus status = applicant.facts().phone().status();
    return switch (status) {
      case ACTIVE -> Finding.of(true, status);
      case SUSPENDED, EMPTY, RECYCLED -> Finding.of(false, status);
      case UNKNOWN, UNVERIFIED, NOT_EVALUATED -> Finding.unknown(status);
    };
  }
}
