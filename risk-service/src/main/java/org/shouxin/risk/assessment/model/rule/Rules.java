package org.shouxin.risk.assessment.model.rule;

import org.shouxin.risk.assessment.model.policy.RuleKind;

/** The named class behind each kind of rule. */
public final class Rules {

  private Rules() {}

  public static PolicyRule of(RuleKind kind) {
    return switch (kind) {
      case BLACKLIST -> new BlacklistRule("ACTIVE");
      case BLACKLIST_DISPUTED -> new BlacklistRule("DISPUTED");
      case AGE_AT_LEAST -> new AtLeastRule(seen -> seen.facts().applicant().age());
      case AGE_AT_MOST -> new AgeAtMostRule();
      case IDENTITY_NOT_MISMATCHED -> new NotMismatchedRule(facts -> facts.identity().nameAndId());
      case IDENTITY_MATCHED -> new MatchedRule(facts -> facts.identity().nameAndId());
      case FACE_NOT_MISMATCHED -> new NotMismatchedRule(facts -> facts.identity().face());
      case PHONE_ACTIVE -> new PhoneActiveRule();
      case PHONE_NAME_MATCHED -> new MatchedRule(facts -> facts.phone().realNameMatch());
      case MONTHS_IN_NETWORK_AT_LEAST ->
          new AtLeastRule(seen -> seen.facts().phone().monthsInNetwork());
      case BUREAU_NEEDED_ABOVE -> new BureauNeededRule();
      case LIMIT_NOT_SUSPENDED -> new LimitNotSuspendedRule();
      case DEBT_SERVICE_SHARE_AT_MOST -> new DebtServiceShareRule();
      case SCORE_AT_LEAST -> new AtLeastRule(Applicant::score);
    };
  }
}
