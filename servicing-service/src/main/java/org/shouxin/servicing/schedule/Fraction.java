package org.shouxin.servicing.schedule;

/**
 * A part of the unit that a rate is written for, as an exact ratio.
 *
 * @param numerator not negative
 * @param denominator positive
 */
record Fraction(long numerator, long denominator) {

  static final Fraction NONE = new Fraction(0, 1);

  /** The growth of one period: this part of the unit times the rate. */
  Fraction times(WrittenRate rate) {
    long top = Math.multiplyExact(rate.digits(), numerator);
    if (top == 0) {
      return NONE;
    }
    long bottom = Math.multiplyExact(rate.tens(), denominator);
    long common = commonDivisor(top, bottom);
    return new Fraction(top / common, bottom / common);
  }

  private static long commonDivisor(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
}
