package org.shouxin.risk.assessment.model.policy;

/** What a rule looks at; each kind has one named class that evaluates it. */
public enum RuleKind {
  BLACKLIST(false),
  BLACKLIST_DISPUTED(false),
  AGE_AT_LEAST(true),
  AGE_AT_MOST(true),
  IDENTITY_NOT_MISMATCHED(false),
  IDENTITY_MATCHED(false),
  FACE_NOT_MISMATCHED(false),
  PHONE_ACTIVE(false),
  PHONE_NAME_MATCHED(false),
  MONTHS_IN_NETWORK_AT_LEAST(true),
  BUREAU_NEEDED_ABOVE(true),
  LIMIT_NOT_SUSPENDED(false),
  DEBT_SERVICE_SHARE_AT_MOST(true),
  SCORE_AT_LEAST(true);

  private final boolean threshold;

  RuleKind(boolean threshold) {
    this.threshold = threshold;
  }

  public boolean hasThreshold() {
    return threshold;
  }
}
