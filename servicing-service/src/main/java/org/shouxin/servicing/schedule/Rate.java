package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shouxin.chassis.problem.Invalid;

/**
 * A yearly rate of interest; 0.18 is 18 % a year. From 0 to 1, at most eight decimals.
 *
 * @param yearly the rate as a fraction of one
 */
public record Rate(BigDecimal yearly) implements Comparable<Rate> {

  /** No decimals beyond this many are taken or kept. */
  public static final int DECIMALS_MAX = 8;

  private static final int DECIMALS_SHOWN_MIN = 6;

  public Rate {
    if (yearly.signum() < 0
        || yearly.compareTo(BigDecimal.ONE) > 0
        || yearly.stripTrailingZeros().scale() > DECIMALS_MAX) {
      throw Invalid.field(
          "/annualRate", "RATE_RANGE", "a yearly rate is from 0 to 1 with at most 8 decimals");
    }
  }

  public static Rate of(String yearly) {
    try {
      return new Rate(new BigDecimal(yearly));
    } catch (NumberFormatException notANumber) {
      throw Invalid.field("/annualRate", "RATE_RANGE", "not a decimal number");
    }
  }

  public boolean isZero() {
    return yearly.signum() == 0;
  }

  /** The rate times a factor, never above the cap, rounded down to eight decimals. */
  public Rate timesCapped(BigDecimal factor, Rate cap) {
    BigDecimal raised = yearly.multiply(factor).setScale(DECIMALS_MAX, RoundingMode.DOWN);
    return raised.compareTo(cap.yearly) > 0 ? cap : new Rate(raised);
  }

  /**
   * Interest in minor units: minor x rate x periods / periodsPerYear, rounded once at the end.
   *
   * @param minor the amount that bears interest, minor units
   * @param periods whole periods (months or days)
   * @param periodsPerYear 12 for months, 360 for days
   */
  public long interestMinor(long minor, long periods, int periodsPerYear, RoundingMode rounding) {
    if (minor == 0 || periods == 0 || isZero()) {
      return 0;
    }
    return BigDecimal.valueOf(minor)
        .multiply(yearly)
        .multiply(BigDecimal.valueOf(periods))
        .divide(BigDecimal.valueOf(periodsPerYear), 0, rounding)
        .longValueExact();
  }

  @Override
  public int compareTo(Rate other) {
    return yearly.compareTo(other.yearly);
  }

  /** Plain decimal with at least six decimals: "0.180000". */
  @Override
  public String toString() {
    BigDecimal plain = yearly.stripTrailingZeros();
    return (plain.scale() < DECIMALS_SHOWN_MIN ? plain.setScale(DECIMALS_SHOWN_MIN) : plain)
        .toPlainString();
  }
}
