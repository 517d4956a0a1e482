package org.shouxin.chassis.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An amount that can be posted: a whole number of the currency's minor unit (fen, cent, yen).
 *
 * <p>Amounts of two currencies never meet: the operation throws {@link IllegalArgumentException}.
 * Overflow throws {@link ArithmeticException}. Nothing here rounds unless the caller names the
 * rounding.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** The most digits an amount may have before its point when it is read from text. */
  public static final int WHOLE_DIGITS_MAX = 15;

  private static final Pattern AMOUNT =
      Pattern.compile("-?(0|[1-9]\\d{0," + (WHOLE_DIGITS_MAX - 1) + "})(\\.\\d{1,3})?");

  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * Reads a plain decimal such as {@code "1250.00"}; fewer decimals than the currency has are
   * allowed, more are not.
   *
   * @param currency an ISO 4217 code
   */
  public static Money of(String amount, String currency) {
    Currency known = Currency.getInstance(currency);
    if (!AMOUNT.matcher(amount).matches()) {
      throw new IllegalArgumentException("not a plain decimal amount");
    }
    BigDecimal value = new BigDecimal(amount);
    int digits = fractionDigits(known);
    if (value.scale() > digits) {
      throw new IllegalArgumentException("more decimals than " + known + " has");
    }
    return new Money(value.movePointRight(digits).longValueExact(), known);
  }

  public static Money ofMinor(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  public static Money zero(String currency) {
    return ofMinor(0, currency);
  }

  public Money plus(Money other) {
    return with(Math.addExact(minor, sameCurrency(other).minor));
  }

  public Money minus(Money other) {
    return with(Math.subtractExact(minor, sameCurrency(other).minor));
  }

  public Money negate() {
    return with(Math.negateExact(minor));
  }

  /** The exact product, rounded once to the minor unit by the rounding given. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    BigDecimal product = BigDecimal.valueOf(minor).multiply(factor);
    return with(product.setScale(0, rounding).longValueExact());
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /** Whether this amount is at least the other. */
  public boolean covers(Money other) {
    return compareTo(other) >= 0;
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Splits the amount in proportion to the weights by the largest-remainder method: the parts sum
   * to the amount, each differs from its exact share by less than one minor unit, and what is left
   * over goes to the largest remainders, the earlier part first among equals.
   *
   * @param weights not negative, not all zero
   */
  public List<Money> allocate(long... weights) {
    if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("a weight is negative");
    }
    BigInteger total =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() == 0) {
      throw new IllegalArgumentException("all weights are zero");
    }
    BigInteger whole = BigInteger.valueOf(minor).abs();
    BigInteger[] parts = new BigInteger[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    BigInteger left = whole;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share = whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
      parts[i] = share[0];
      remainders[i] = share[1];
      left = left.subtract(share[0]);
    }
    List<Integer> byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .limit(left.longValueExact())
            .toList();
    byRemainder.forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
    List<Money> result = new ArrayList<>(weights.length);
    for (BigInteger part : parts) {
      result.add(with((minor < 0 ? part.negate() : part).longValueExact()));
    }
    return List.copyOf(result);
  }

  /** The amount in major units with all decimals of the currency. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, fractionDigits(currency));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency.getCurrencyCode();
  }

  private Money with(long amount) {
    return new Money(amount, currency);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "currencies differ: " + currency + " and " + other.currency);
    }
    return other;
  }

  private static int fractionDigits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
