package org.shouxin.servicing.arrangement.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts spread over instalments; the parts always make the whole. Minor units. */
final class Shares {

  private static final int MONTHS_PER_YEAR = 12;
  private static final MathContext DIGITS = new MathContext(25, RoundingMode.HALF_EVEN);

  private Shares() {}

  /** Even parts: the k-th is floor(total x k / n) less the parts before. */
  static long[] even(long total, int n) {
    long[] parts = new long[n];
    long before = 0;
    for (int k = 1; k <= n; k++) {
      long upTo = Math.multiplyExact(total, (long) k) / n;
      parts[k - 1] = upTo - before;
      before = upTo;
    }
    return parts;
  }

  /**
   * Principal parts of equal monthly instalments: A = P x i / (1 - (1 + i)^-n), rounded once; each
   * part is A less the interest of its month, the last takes the rest.
   */
  static long[] equalInstalments(long principal, int n, Bearing bearing) {
    if (bearing.rate().isZero() || n == 1) {
      return even(principal, n);
    }
    BigDecimal monthly =
        bearing.rate().yearly().divide(BigDecimal.valueOf(MONTHS_PER_YEAR), DIGITS);
    BigDecimal grown = BigDecimal.ONE.add(monthly).pow(n, DIGITS);
    long instalment =
        BigDecimal.valueOf(principal)
            .multiply(monthly)
            .multiply(grown)
            .divide(grown.subtract(BigDecimal.ONE), DIGITS)
            .setScale(0, bearing.rounding())
            .longValueExact();
    long[] parts = new long[n];
    long balance = principal;
    for (int k = 0; k < n; k++) {
      long interest = bearing.rate().interestMinor(balance, 1, MONTHS_PER_YEAR, bearing.rounding());
      parts[k] = k == n - 1 ? balance : Math.min(balance, instalment - interest);
      balance -= parts[k];
    }
    return parts;
  }
}
