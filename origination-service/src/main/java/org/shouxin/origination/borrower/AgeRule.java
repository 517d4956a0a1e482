package org.shouxin.origination.borrower;

import java.time.LocalDate;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.policy.Policy;

/** Old enough to bind oneself, young enough to pay back (SX-AGE-01, SX-AGE-02). */
final class AgeRule {

  private AgeRule() {}

  static void check(IdNumber idNumber, LocalDate today, Policy policy) {
    Parameter youngest = policy.on(today, Parameter.Name.AGE_YEARS_MIN);
    Parameter oldest = policy.on(today, Parameter.Name.AGE_YEARS_MAX);
    int age = idNumber.ageOn(today);
    if (age < youngest.value().intValueExact()) {
      throw RuleViolation.refused(youngest.rule(), "the person is too young").field("/idNumber");
    }
    if (age > oldest.value().intValueExact()) {
      throw RuleViolation.refused(oldest.rule(), "the person is too old").field("/idNumber");
    }
  }
}
