package org.shouxin.collections.contact.model;

import java.time.LocalTime;
import java.util.OptionalInt;

/**
 * The figures of the contact law at one day.
 *
 * @param opens first minute of the day at which contact is allowed, debtor's local time
 * @param closes first minute at which it is no longer allowed
 * @param effectiveCallsPerDay answered voice calls per debtor and local day, over all cases and all
 *     who collect
 * @param unansweredPerPoint attempts without an answer at one contact point per local day
 * @param failuresBeforeThirdParty failures in a row before a third party may be asked
 */
public record ContactLimits(
    LocalTime opens,
    LocalTime closes,
    int effectiveCallsPerDay,
    int unansweredPerPoint,
    int failuresBeforeThirdParty) {

  /**
   * These limits with the operator's own put on top. A setting may narrow, never widen.
   *
   * @throws LooserThanLaw when a setting would allow what the law forbids
   */
  public ContactLimits tightenedBy(OperatorLimits operator) {
    LocalTime later = operator.opens().orElse(opens);
    if (later.isBefore(opens)) {
      throw new LooserThanLaw(RuleIds.QUIET_HOURS, "opens " + later, "not before " + opens);
    }
    LocalTime earlier = operator.closes().orElse(closes);
    if (earlier.isAfter(closes)) {
      throw new LooserThanLaw(RuleIds.QUIET_HOURS, "closes " + earlier, "not after " + closes);
    }
    if (!later.isBefore(earlier)) {
      throw new IllegalArgumentException(
          "Contact hours " + later + " to " + earlier + " are empty");
    }
    return new ContactLimits(
        later,
        earlier,
        fewer(RuleIds.EFFECTIVE_CALLS, operator.effectiveCallsPerDay(), effectiveCallsPerDay),
        fewer(RuleIds.UNANSWERED_ATTEMPTS, operator.unansweredPerPoint(), unansweredPerPoint),
        failuresBeforeThirdParty);
  }

  private static int fewer(String rule, OptionalInt setting, int legal) {
    int value = setting.orElse(legal);
    if (value > legal) {
      throw new LooserThanLaw(rule, String.valueOf(value), "at most " + legal);
    }
    if (value < 0) {
      throw new IllegalArgumentException(rule + ": a limit cannot be negative");
    }
    return value;
  }
}
