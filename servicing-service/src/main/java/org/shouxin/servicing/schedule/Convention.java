package org.shouxin.servicing.schedule;

import java.math.RoundingMode;

/**
 * How a loan counts time and rounds. It is stored on the loan, never looked up from a product
 * later.
 *
 * @param dayCount how a period becomes a part of a year
 * @param rounding how an amount becomes whole minor units; it is applied once per figure, to the
 *     minor unit of the currency
 */
public record Convention(DayCount dayCount, RoundingMode rounding) {

  /** Every month is one twelfth of a year; amounts are rounded half up (四舍五入). */
  public static final Convention MONTHLY_30_360 =
      new Convention(DayCount.THIRTY_360_PER_PERIOD, RoundingMode.HALF_UP);

  public Convention {
    if (rounding != RoundingMode.HALF_UP && rounding != RoundingMode.HALF_EVEN) {
      throw new IllegalArgumentException("rounding must be HALF_UP or HALF_EVEN");
    }
  }

  /** The part of a year that a period or a day is. */
  public enum DayCount {
    /** A monthly period is 30 of 360 days whatever its real length; a single day is 1 of 360. */
    THIRTY_360_PER_PERIOD
  }
}
