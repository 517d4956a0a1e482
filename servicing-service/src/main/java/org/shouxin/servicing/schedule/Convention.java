package org.shouxin.servicing.schedule;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.shouxin.chassis.problem.Invalid;

/**
 * How a loan counts time and rounds. It is stored on the loan, never looked up from a product
 * later.
 *
 * @param dayCount how days become a part of a year
 * @param interestBy whether a whole period counts as such or by its days
 * @param rounding how an amount becomes whole units; it is applied once per figure
 * @param digits decimals that amounts are rounded to, at most as many as the currency has
 */
public record Convention(
    DayCount dayCount, InterestBy interestBy, RoundingMode rounding, int digits) {

  /** Rounding to the minor unit, whatever the currency: no currency has more digits. */
  public static final int ALL_DIGITS = 3;

  /** Every month is one twelfth of a year; amounts are rounded half up (四舍五入). */
  public static final Convention MONTHLY_30_360 =
      new Convention(DayCount.THIRTY_360_PER_PERIOD, RoundingMode.HALF_UP);

  public Convention {
    if (rounding == RoundingMode.UNNECESSARY) {
      throw Invalid.field("/rounding/mode", "ROUNDING_MODE", "a rounding must be able to round");
    }
    if (digits < 0 || digits > ALL_DIGITS) {
      throw Invalid.field("/rounding/digits", "ROUNDING_DIGITS", "from 0 to 3 decimals");
    }
    if (dayCount == DayCount.THIRTY_360_PER_PERIOD && interestBy != InterestBy.PERIOD) {
      throw Invalid.field(
          "/interestBy", "DAY_COUNT_PER_PERIOD", "this day count is charged by whole periods");
    }
  }

  /** Rounding to the minor unit; by periods if the day count is one, otherwise by days. */
  public Convention(DayCount dayCount, RoundingMode rounding) {
    this(
        dayCount,
        dayCount == DayCount.THIRTY_360_PER_PERIOD ? InterestBy.PERIOD : InterestBy.DAY,
        rounding,
        ALL_DIGITS);
  }

  /** What the interest of a whole period follows; a broken period always goes by its days. */
  public enum InterestBy {
    /** k months are k / 12 of a year, k weeks k / 52, k days k / the days of the year. */
    PERIOD,
    /** The days of each period by the day count. */
    DAY
  }

  /** The part of a year that a number of days is. */
  public enum DayCount {
    /** A whole month is 30 of 360 days whatever its real length; other days by 30/360 US. */
    THIRTY_360_PER_PERIOD,
    /** 30U/360: the 31st counts as the 30th after a 30th or 31st, the end of February as 30th. */
    THIRTY_360_US,
    /** 30E/360: the 31st counts as the 30th. */
    THIRTY_360_EU,
    ACT_360,
    ACT_364,
    ACT_365,
    /** Each day is 1/365 or, in a leap year, 1/366: a period over New Year is split there. */
    ACT_ACT_SPLIT,
    /** Days / 366 when a 29 February lies after the first and up to the last day, else / 365. */
    ACT_ACT_FEB_29;

    private static final int DAYS_360 = 360;
    private static final int DAYS_364 = 364;
    private static final int DAYS_365 = 365;
    private static final int DAYS_366 = 366;
    private static final int MONTHS = 12;
    private static final int MONTH_30 = 30;

    /** Days that count from one date up to another: 30 a month, or the real ones. */
    public long days(LocalDate from, LocalDate to) {
      return switch (this) {
        case THIRTY_360_PER_PERIOD, THIRTY_360_US -> thirtyUs(from, to);
        case THIRTY_360_EU -> thirty(from, to, day(from), day(to));
        default -> ChronoUnit.DAYS.between(from, to);
      };
    }

    /** The part of a year from one date to another. */
    Fraction ofYear(LocalDate from, LocalDate to) {
      long days = days(from, to);
      return switch (this) {
        case ACT_ACT_SPLIT -> split(from, to);
        case ACT_ACT_FEB_29 -> new Fraction(days, hasFeb29(from, to) ? DAYS_366 : DAYS_365);
        default -> new Fraction(days, daysOfYear());
      };
    }

    /** Whether the same number of days can be different parts of a year. */
    boolean looksAtTheYear() {
      return this == ACT_ACT_SPLIT || this == ACT_ACT_FEB_29;
    }

    /** The days that a year is said to have; 365 where it depends on the year. */
    int daysOfYear() {
      return switch (this) {
        case ACT_364 -> DAYS_364;
        case ACT_365, ACT_ACT_SPLIT, ACT_ACT_FEB_29 -> DAYS_365;
        default -> DAYS_360;
      };
    }

    private static Fraction split(LocalDate from, LocalDate to) {
      long leap = 0;
      long common = 0;
      LocalDate at = from;
      while (at.isBefore(to)) {
        LocalDate newYear = LocalDate.of(at.getYear() + 1, Month.JANUARY, 1);
        LocalDate end = newYear.isBefore(to) ? newYear : to;
        long days = ChronoUnit.DAYS.between(at, end);
        if (at.isLeapYear()) {
          leap += days;
        } else {
          common += days;
        }
        at = end;
      }
      if (leap == 0) {
        return new Fraction(common, DAYS_365);
      }
      return common == 0
          ? new Fraction(leap, DAYS_366)
          : new Fraction(common * DAYS_366 + leap * DAYS_365, (long) DAYS_365 * DAYS_366);
    }

    private static boolean hasFeb29(LocalDate from, LocalDate to) {
      for (int year = from.getYear(); year <= to.getYear(); year++) {
        if (Year.isLeap(year)) {
          LocalDate leapDay = Year.of(year).atMonth(Month.FEBRUARY).atEndOfMonth();
          if (leapDay.isAfter(from) && !leapDay.isAfter(to)) {
            return true;
          }
        }
      }
      return false;
    }

    private static long thirtyUs(LocalDate from, LocalDate to) {
      int first = day(from);
      int last = to.getDayOfMonth();
      if (isEndOfFebruary(from)) {
        last = isEndOfFebruary(to) ? MONTH_30 : last;
        first = MONTH_30;
      }
      return thirty(from, to, first, first == MONTH_30 ? Math.min(last, MONTH_30) : last);
    }

    private static boolean isEndOfFebruary(LocalDate date) {
      return date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == date.lengthOfMonth();
    }

    private static int day(LocalDate date) {
      return Math.min(date.getDayOfMonth(), MONTH_30);
    }

    private static long thirty(LocalDate from, LocalDate to, int first, int last) {
      long months =
          (long) MONTHS * (to.getYear() - from.getYear())
              + to.getMonthValue()
              - from.getMonthValue();
      return months * MONTH_30 + last - first;
    }
  }
}
