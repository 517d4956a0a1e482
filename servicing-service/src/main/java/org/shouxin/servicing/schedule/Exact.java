package org.shouxin.servicing.schedule;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Products and quotients of non-negative longs that are rounded once, at the very end.
 *
 * <p>The product has up to 126 bits. It is divided as a long where it fits one, and by two steps of
 * 32 bits (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D) where it does not.
 */
final class Exact {

  private static final long LOW_32_BITS = 0xFFFF_FFFFL;
  private static final int HALF_WORD = 32;

  private Exact() {}

  /**
   * factor x numerator / denominator, rounded to a whole number.
   *
   * @throws ArithmeticException when the result has more than 63 bits
   */
  static long timesRatio(long factor, long numerator, long denominator, RoundingMode rounding) {
    long high = Math.multiplyHigh(factor, numerator);
    long low = factor * numerator;
    if (high == 0 && low >= 0) {
      long quotient = low / denominator;
      return rounded(quotient, low - quotient * denominator, denominator, rounding);
    }
    if (high >= denominator >>> 1) {
      throw new ArithmeticException("quotient has more than 63 bits");
    }
    long quotient = quotient(high, low, denominator);
    return rounded(quotient, low - quotient * denominator, denominator, rounding);
  }

  /** The ratio of two whole numbers of any size, rounded to a whole number. */
  static long ratio(BigInteger numerator, BigInteger denominator, RoundingMode rounding) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    int half = parts[1].shiftLeft(1).compareTo(denominator);
    return grown(parts[0].longValueExact(), parts[1].signum(), half, rounding);
  }

  private static long rounded(long quotient, long rest, long divisor, RoundingMode rounding) {
    if (rest == 0) {
      return quotient;
    }
    return grown(quotient, 1, Long.compare(rest, divisor - rest), rounding);
  }

  /** One more where the rest asks for it; half is the rest compared with half the divisor. */
  private static long grown(long quotient, int rest, int half, RoundingMode rounding) {
    boolean up =
        switch (rounding) {
          case DOWN, FLOOR -> false;
          case UP, CEILING -> rest > 0;
          case HALF_UP -> half >= 0;
          case HALF_DOWN -> half > 0;
          case HALF_EVEN -> half > 0 || half == 0 && (quotient & 1) == 1;
          case UNNECESSARY -> {
            if (rest > 0) {
              throw new ArithmeticException("rounding is necessary");
            }
            yield false;
          }
        };
    return up ? quotient + 1 : quotient;
  }

  /** The whole part of (high x 2^64 + low) / divisor, high less than half the divisor. */
  private static long quotient(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long d = divisor << shift;
    long dHigh = d >>> HALF_WORD;
    long dLow = d & LOW_32_BITS;
    long top = shift == 0 ? high : high << shift | low >>> (Long.SIZE - shift);
    long rest = low << shift;
    long first = digit(top, rest >>> HALF_WORD, dHigh, dLow);
    long middle = (top << HALF_WORD | rest >>> HALF_WORD) - first * d;
    long second = digit(middle, rest & LOW_32_BITS, dHigh, dLow);
    return (first << HALF_WORD) + second;
  }

  /** One digit of 32 bits: the estimate from the leading digits is at most two too large. */
  private static long digit(long top, long next, long dHigh, long dLow) {
    long estimate = Long.divideUnsigned(top, dHigh);
    long rest = top - estimate * dHigh;
    while (estimate > LOW_32_BITS
        || Long.compareUnsigned(estimate * dLow, rest << HALF_WORD | next) > 0) {
      estimate--;
      rest += dHigh;
      if (rest > LOW_32_BITS) {
        break;
      }
    }
    return estimate;
  }
}
