package org.shouxin.origination.application.model;

import java.util.List;
import org.shouxin.chassis.money.Money;

/**
 * What follows from a judgement for one application.
 *
 * @param judgement null when nobody could judge
 * @param approved what would be lent: the smaller of asked and limit; null unless approved
 */
public record Decision(Outcome outcome, Judgement judgement, Money approved, List<Reason> reasons) {

  /** Keeps the reasons as they are. */
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** Nobody could judge: never approved, always tried again. */
  public static Decision unavailable() {
    return new Decision(
        Outcome.REFERRED, null, null, List.of(Reason.of(Reason.ASSESSMENT_UNAVAILABLE)));
  }

  /** The smaller of asked and limit is lent; less than the smallest loan is nothing. */
  public static Decision of(Judgement judgement, Money asked, Money smallest) {
    if (judgement.outcome() != Outcome.APPROVED) {
      return new Decision(judgement.outcome(), judgement, null, judgement.reasons());
    }
    Money approved = asked.min(judgement.limit());
    return approved.covers(smallest)
        ? new Decision(Outcome.APPROVED, judgement, approved, judgement.reasons())
        : new Decision(Outcome.DECLINED, judgement, null, List.of(Reason.of(Reason.LIMIT_TOO_LOW)));
  }

  /** The same judgement, but a rule of ours wants a person to look at it. */
  public Decision referredBy(String rule) {
    return new Decision(Outcome.REFERRED, judgement, null, List.of(Reason.of(rule)));
  }
}
