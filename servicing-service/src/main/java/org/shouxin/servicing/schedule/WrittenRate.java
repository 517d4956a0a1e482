package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Convention.DayCount;

/**
 * A rate of interest as the contract writes it: for a year, a month or a day (日利率). It is never
 * turned into a rate of another unit; a daily rate is charged by days, a monthly one by months.
 *
 * @param value fraction of one, not negative, at most ten decimals; 0.0005 and DAY is 万分之五
 */
public record WrittenRate(BigDecimal value, Unit per) {

  public static final int DECIMALS_MAX = 10;

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_PER_YEAR = 365;
  private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(30);

  public WrittenRate {
    value = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(per.valueMax) > 0 || value.scale() > DECIMALS_MAX) {
      throw Invalid.field(
          "/rate/value",
          "RATE_RANGE",
          "a rate of one %s is from 0 to %s with at most %d decimals"
              .formatted(per, per.valueMax.toPlainString(), DECIMALS_MAX));
    }
  }

  /** The time that the rate is written for. */
  public enum Unit {
    YEAR("10"),
    MONTH("1"),
    DAY("0.05");

    private final BigDecimal valueMax;

    Unit(String valueMax) {
      this.valueMax = new BigDecimal(valueMax);
    }
  }

  public static WrittenRate of(String value, Unit per) {
    return new WrittenRate(new BigDecimal(value), per);
  }

  public static WrittenRate yearly(Rate rate) {
    return new WrittenRate(rate.yearly(), Unit.YEAR);
  }

  /** About the force of interest a year of a loan at this rate: where a search for it begins. */
  double force() {
    double rate = value.doubleValue();
    return switch (per) {
      case YEAR -> MONTHS_PER_YEAR * Math.log1p(rate / MONTHS_PER_YEAR);
      case MONTH -> MONTHS_PER_YEAR * Math.log1p(rate);
      case DAY -> DAYS_PER_YEAR * Math.log1p(rate);
    };
  }

  /**
   * What the rate comes to in a year of the day count, at most one, down to eight decimals: for
   * comparison only, interest is charged by the rate as written.
   */
  public Rate annualised(DayCount dayCount) {
    BigDecimal days = BigDecimal.valueOf(dayCount.daysOfYear());
    BigDecimal yearly =
        switch (per) {
          case YEAR -> value;
          case MONTH ->
              value.multiply(days).divide(DAYS_PER_MONTH, Rate.DECIMALS_MAX, RoundingMode.DOWN);
          case DAY -> value.multiply(days);
        };
    BigDecimal kept =
        yearly.scale() > Rate.DECIMALS_MAX
            ? yearly.setScale(Rate.DECIMALS_MAX, RoundingMode.DOWN)
            : yearly;
    return new Rate(kept.min(BigDecimal.ONE));
  }

  /** The digits of the rate; the rate is digits / tens. */
  long digits() {
    return value.scale() < 0 ? value.longValueExact() : value.unscaledValue().longValueExact();
  }

  /** The power of ten below the digits. */
  long tens() {
    long tens = 1;
    for (int i = 0; i < value.scale(); i++) {
      tens *= BigDecimal.TEN.longValue();
    }
    return tens;
  }
}
