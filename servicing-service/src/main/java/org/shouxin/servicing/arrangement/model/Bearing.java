package org.shouxin.servicing.arrangement.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shouxin.servicing.schedule.Rate;

/**
 * How principal bears interest between two dates: by the loan's rate, day count and rounding.
 *
 * <p>30/360: whole months are twelfths of a year whatever their length, other spans count 30 days a
 * month (30E/360). ACT/360, ACT/364 and ACT/365 count real days; ACT/ACT counts each day as 1/366
 * of a leap year and 1/365 of another. Rounded once for each span.
 *
 * @param dayCount name of the loan's day count
 */
public record Bearing(Rate rate, String dayCount, RoundingMode rounding) {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_360 = 360;
  private static final int DAYS_364 = 364;
  private static final int DAYS_365 = 365;
  private static final int DAYS_366 = 366;
  private static final int DAYS_PER_MONTH = 30;

  /** The same convention at another rate. */
  public Bearing at(Rate other) {
    return new Bearing(other, dayCount, rounding);
  }

  /** Interest from one due date to another; whole months count as such where the loan says so. */
  public long between(long minor, LocalDate from, LocalDate to) {
    return isThirty() && isWholeMonths(from, to)
        ? rate.interestMinor(minor, months(from, to), MONTHS_PER_YEAR, rounding)
        : days(minor, from, to);
  }

  /** Interest of a span that begins or ends on any day. */
  public long days(long minor, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    if (isThirty()) {
      return rate.interestMinor(minor, days360(from, to), DAYS_360, rounding);
    }
    return switch (dayCount) {
      case "ACT_360" -> actual(minor, from, to, DAYS_360);
      case "ACT_364" -> actual(minor, from, to, DAYS_364);
      case "ACT_365" -> actual(minor, from, to, DAYS_365);
      default -> byYear(minor, from, to);
    };
  }

  private long actual(long minor, LocalDate from, LocalDate to, int daysOfYear) {
    return rate.interestMinor(minor, ChronoUnit.DAYS.between(from, to), daysOfYear, rounding);
  }

  private long byYear(long minor, LocalDate from, LocalDate to) {
    long parts = 0;
    for (LocalDate at = from; at.isBefore(to); ) {
      LocalDate newYear = LocalDate.of(at.getYear() + 1, 1, 1);
      LocalDate end = newYear.isBefore(to) ? newYear : to;
      parts += ChronoUnit.DAYS.between(at, end) * (at.isLeapYear() ? DAYS_365 : DAYS_366);
      at = end;
    }
    return BigDecimal.valueOf(minor)
        .multiply(rate.yearly())
        .multiply(BigDecimal.valueOf(parts))
        .divide(BigDecimal.valueOf((long) DAYS_365 * DAYS_366), 0, rounding)
        .longValueExact();
  }

  private boolean isThirty() {
    return dayCount.startsWith("THIRTY");
  }

  private static boolean isWholeMonths(LocalDate from, LocalDate to) {
    int first = from.getDayOfMonth();
    int last = to.getDayOfMonth();
    return first == last
        || first > last && last == to.lengthOfMonth()
        || first < last && first == from.lengthOfMonth();
  }

  private static long months(LocalDate from, LocalDate to) {
    return (long) MONTHS_PER_YEAR * (to.getYear() - from.getYear())
        + to.getMonthValue()
        - from.getMonthValue();
  }

  private static long days360(LocalDate from, LocalDate to) {
    return months(from, to) * DAYS_PER_MONTH
        + Math.min(to.getDayOfMonth(), DAYS_PER_MONTH)
        - Math.min(from.getDayOfMonth(), DAYS_PER_MONTH);
  }
}
