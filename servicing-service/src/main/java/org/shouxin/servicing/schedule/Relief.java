package org.shouxin.servicing.schedule;

import org.shouxin.chassis.problem.Invalid;

/**
 * Periods at the beginning in which less is paid; each counts among the instalments.
 *
 * @param interestFree periods that bear no interest at all
 * @param principalGrace periods in which interest only is paid
 * @param interestGrace periods whose interest is paid with the first instalment after them
 * @param moratorium periods in which nothing is paid
 * @param treatment what becomes of the interest of the moratorium; null when there is none
 */
public record Relief(
    int interestFree, int principalGrace, int interestGrace, int moratorium, Moratorium treatment) {

  public static final Relief NONE = new Relief(0, 0, 0, 0, null);

  public Relief {
    notNegative(interestFree, "/interestFreePeriods");
    notNegative(principalGrace, "/principalGracePeriods");
    notNegative(interestGrace, "/interestGracePeriods");
    notNegative(moratorium, "/moratorium/periods");
    if (moratorium > 0 && treatment == null) {
      throw Invalid.field("/moratorium/treatment", "REQUIRED", "missing");
    }
    if (moratorium > 0 && (principalGrace > 0 || interestGrace > 0)) {
      throw Invalid.field(
          "/moratorium", "MORATORIUM_AND_GRACE", "a moratorium goes without other grace");
    }
  }

  /** What becomes of interest that is not paid during a moratorium; it bears none itself. */
  public enum Moratorium {
    /** It becomes principal when the moratorium ends. */
    CAPITALISE,
    /** It is paid with the first instalment afterwards. */
    ADD_TO_FIRST,
    /** It is paid in equal parts with all instalments afterwards, the last takes the rest. */
    SPREAD
  }

  public static Relief moratorium(int periods, Moratorium treatment) {
    return new Relief(0, 0, 0, periods, treatment);
  }

  boolean isNone() {
    return interestFree + principalGrace + interestGrace + moratorium == 0;
  }

  /** Periods in which no principal is paid. */
  int withoutPrincipal() {
    return principalGrace + moratorium;
  }

  private static void notNegative(int periods, String field) {
    if (periods < 0 || periods > Timing.INSTALMENTS_MAX) {
      throw Invalid.field(field, "RELIEF_RANGE", "from 0 to " + Timing.INSTALMENTS_MAX);
    }
  }
}
