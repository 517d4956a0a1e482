package org.shouxin.servicing.arrangement.model;

import org.shouxin.chassis.problem.RuleViolation;

/**
 * When an extension is granted without asking a person: 1 to 3 months, and none granted in the
 * twelve months before. The loan itself adds that it is current or within grace.
 */
public final class ExtensionPolicy {

  public static final int MONTHS_MAX = 3;
  public static final int MONTHS_BETWEEN_MIN = 12;

  private ExtensionPolicy() {}

  /**
   * @param grantedLately extensions in force since {@value #MONTHS_BETWEEN_MIN} months ago
   */
  public static void check(int months, long grantedLately) {
    if (months > MONTHS_MAX) {
      throw RuleViolation.refused(
          "EXTENSION_MONTHS", "an extension is at most " + MONTHS_MAX + " months");
    }
    if (grantedLately > 0) {
      throw RuleViolation.refused(
          "EXTENSION_ONCE_A_YEAR", "an extension was granted within twelve months");
    }
  }
}
