package org.shouxin.servicing.schedule;

import java.math.RoundingMode;

/**
 * To what and how the amounts of one loan are rounded.
 *
 * @param unitMinor amounts are multiples of it, in minor units; 1 where every minor unit counts
 */
record Rounding(long unitMinor, RoundingMode mode) {

  private static final int TEN = 10;

  static Rounding of(Convention convention, int currencyDigits) {
    long unit = 1;
    for (int digit = convention.digits(); digit < currencyDigits; digit++) {
      unit *= TEN;
    }
    return new Rounding(unit, convention.rounding());
  }

  /** minor x numerator / denominator as a multiple of the unit. */
  long timesRatio(long minor, long numerator, long denominator) {
    return Exact.timesRatio(minor, numerator, Math.multiplyExact(denominator, unitMinor), mode)
        * unitMinor;
  }

  /** The same way of rounding to a coarser unit. */
  Rounding to(long coarserMinor) {
    return new Rounding(Math.max(unitMinor, coarserMinor), mode);
  }
}
