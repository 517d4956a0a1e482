package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The equal amount that pays a principal off, whatever the lengths of the periods.
 *
 * <p>With growth f_k of period k: A = P / sum over k of 1 / ((1 + f_1) ... (1 + f_k)); with equal
 * periods that is P x i / (1 - (1 + i)^-n). A balloon R that is left makes it (P - R / ((1 + f_1)
 * ... (1 + f_n))) / sum. The amount is rounded once.
 *
 * <p>The sum is first enclosed between two fixed-point numbers. Rounding is monotone: when both
 * bounds give the same rounded amount, that is the exact one; otherwise (about one schedule in 10^8
 * and exact halves) the sum is worked out as a ratio of whole numbers.
 */
final class LevelInstalment {

  /** Fixed point: 1 is 2^62. */
  private static final int POINT = 62;

  private static final long ONE = 1L << POINT;
  private static final long FRACTION = ONE - 1;

  /** Room for a sum of 1,023 discounts. */
  private static final int SUM_BITS = 10;

  private final Periods periods;
  private final int from;
  private final long[] ratios = new long[Periods.DAYS_ALIKE_MAX + 1];

  /**
   * @param from the first period that pays
   */
  LevelInstalment(Periods periods, int from) {
    this.periods = periods;
    this.from = from;
  }

  /** The amount in minor units, a multiple of the rounding's unit. */
  long of(long principalMinor, long balloonMinor, Rounding rounding) {
    if (balloonMinor == 0) {
      long fast = enclosed(principalMinor, rounding);
      if (fast >= 0) {
        return fast;
      }
    }
    return exact(principalMinor, balloonMinor, rounding);
  }

  /** The amount when both bounds agree, otherwise -1. */
  long enclosed(long principalMinor, Rounding rounding) {
    long whole = 0;
    long part = 0;
    long discount = ONE;
    long ratio = ONE;
    long before = 0;
    long steps = 0;
    for (int k = from; k <= periods.count(); k++) {
      long top = numerator(k);
      if (top != 0) {
        long bottom = denominator(k);
        if (k == from || top != before || bottom != denominator(k - 1)) {
          ratio = ratio(k, top, bottom);
        }
        steps++;
        discount = times(discount, ratio);
      }
      before = top;
      part += discount;
      whole += part >>> POINT;
      part &= FRACTION;
    }
    long error = steps == 0 ? 0 : steps * (periods.count() + 2L) * 2;
    return between(principalMinor, whole, part, error, rounding);
  }

  /** 1 / (1 + growth) of a period, rounded down. */
  private long ratio(int k, long top, long bottom) {
    int alike = k == 1 ? 0 : periods.alike[k];
    if (alike == 0) {
      return Exact.timesRatio(ONE, bottom, bottom + top, RoundingMode.DOWN);
    }
    if (ratios[alike] == 0) {
      ratios[alike] = Exact.timesRatio(ONE, bottom, bottom + top, RoundingMode.DOWN);
    }
    return ratios[alike];
  }

  private static long between(
      long principalMinor, long whole, long part, long error, Rounding rounding) {
    int unitBits = Long.SIZE - Long.numberOfLeadingZeros(rounding.unitMinor() - 1);
    int shift = SUM_BITS + unitBits;
    long low = whole << (POINT - shift) | part >>> shift;
    long high = error == 0 && (part & ((1L << shift) - 1)) == 0 ? low : low + (error >>> shift) + 2;
    long one = 1L << (POINT - shift);
    long unit = rounding.unitMinor();
    long most = Exact.timesRatio(principalMinor, one, low * unit, rounding.mode());
    if (high == low) {
      return most * unit;
    }
    long least = Exact.timesRatio(principalMinor, one, high * unit, rounding.mode());
    return least == most ? most * unit : -1;
  }

  /** The amount as a ratio of whole numbers, rounded once. */
  long exact(long principalMinor, long balloonMinor, Rounding rounding) {
    BigInteger[] ratio = ratio(principalMinor, balloonMinor);
    long unit = rounding.unitMinor();
    return Exact.ratio(ratio[0], ratio[1].multiply(BigInteger.valueOf(unit)), rounding.mode())
        * unit;
  }

  /** The amount before it is rounded, in major units with so many decimals. */
  BigDecimal unrounded(long principalMinor, long balloonMinor, int digits, int decimals) {
    BigInteger[] ratio = ratio(principalMinor, balloonMinor);
    return new BigDecimal(ratio[0], digits)
        .divide(new BigDecimal(ratio[1]), decimals, RoundingMode.HALF_EVEN);
  }

  /** A = (P x N - R x D) / T with whole numbers N, D, T; see the class. */
  private BigInteger[] ratio(long principalMinor, long balloonMinor) {
    BigInteger grown = BigInteger.ONE;
    BigInteger sum = BigInteger.ZERO;
    BigInteger scale = BigInteger.ONE;
    for (int k = from; k <= periods.count(); k++) {
      BigInteger bottom = BigInteger.valueOf(denominator(k));
      BigInteger growth = bottom.add(BigInteger.valueOf(numerator(k)));
      scale = scale.multiply(bottom);
      grown = grown.multiply(growth);
      sum = sum.multiply(growth).add(scale);
    }
    BigInteger top =
        grown
            .multiply(BigInteger.valueOf(principalMinor))
            .subtract(scale.multiply(BigInteger.valueOf(balloonMinor)));
    return new BigInteger[] {top, sum};
  }

  private long numerator(int k) {
    return k == 1 ? periods.levelFirst.numerator() : periods.numerator[k];
  }

  private long denominator(int k) {
    return k == 1 ? periods.levelFirst.denominator() : periods.denominator[k];
  }

  /** a x b / 2^62, rounded down. */
  private static long times(long a, long b) {
    return Math.multiplyHigh(a, b) << (Long.SIZE - POINT) | a * b >>> POINT;
  }
}
