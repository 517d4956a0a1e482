package org.shouxin.servicing.loan.model;

import java.util.List;

/**
 * How late a loan is, from the days since its oldest unpaid due date (dpd), by one definition:
 * CURRENT 0; GRACE 1 to graceDays; M1 up to 30; M2 31 to 60; M3 61 to 90; M4_PLUS from 91.
 */
public enum Stage {
  CURRENT,
  GRACE,
  M1,
  M2,
  M3,
  M4_PLUS,
  WRITTEN_OFF;

  private static final int M1_DAYS_MAX = 30;
  private static final int M2_DAYS_MAX = 60;
  private static final int M3_DAYS_MAX = 90;

  public static Stage of(int daysPastDue, int graceDays) {
    if (daysPastDue <= 0) {
      return CURRENT;
    }
    if (daysPastDue <= graceDays) {
      return GRACE;
    }
    if (daysPastDue <= M1_DAYS_MAX) {
      return M1;
    }
    if (daysPastDue <= M2_DAYS_MAX) {
      return M2;
    }
    return daysPastDue <= M3_DAYS_MAX ? M3 : M4_PLUS;
  }

  /** The days past due on which a stage can begin. */
  static List<Integer> firstDays(int graceDays) {
    return List.of(1, graceDays + 1, M1_DAYS_MAX + 1, M2_DAYS_MAX + 1, M3_DAYS_MAX + 1);
  }

  boolean betterThan(Stage other) {
    return ordinal() < other.ordinal();
  }
}
