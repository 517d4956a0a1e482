package org.shouxin.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyTest {

  private static final long MAX_WEIGHT = Long.MAX_VALUE;

  @Example
  void readsPlainDecimalsOfTheCurrency() {
    assertThat(Money.of("1250.00", "CNY").minor()).isEqualTo(125_000);
    assertThat(Money.of("1250.5", "CNY").minor()).isEqualTo(125_050);
    assertThat(Money.of("1250", "CNY").minor()).isEqualTo(125_000);
    assertThat(Money.of("-0.01", "CNY").minor()).isEqualTo(-1);
    assertThat(Money.of("5", "JPY").minor()).isEqualTo(5);
    assertThat(Money.of("1.234", "KWD").minor()).isEqualTo(1_234);
    assertThat(Money.ofMinor(125_000, "CNY")).hasToString("1250.00 CNY");
  }

  @Example
  void refusesWhatIsNoAmount() {
    for (String text :
        List.of(
            "",
            "1.001",
            "1e3",
            "+1",
            "01",
            ".5",
            "1.",
            "NaN",
            "1,000",
            " 1",
            "１",
            "9".repeat(16))) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> Money.of(text, "CNY"));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1.5", "JPY"));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "cny"));
  }

  @Example
  void currenciesNeverMeet() {
    Money yuan = Money.of("1", "CNY");
    Money yen = Money.of("1", "JPY");
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.plus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.compareTo(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> yuan.covers(yen));
  }

  @Example
  void overflowIsAnErrorAndNeverAWrongAmount() {
    Money most = Money.ofMinor(Long.MAX_VALUE, "CNY");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> most.plus(Money.ofMinor(1, "CNY")));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> most.times(BigDecimal.TEN, RoundingMode.HALF_EVEN));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.ofMinor(Long.MIN_VALUE, "CNY").negate());
  }

  @Example
  void allocatesByLargestRemainder() {
    assertThat(Money.of("100.00", "CNY").allocate(1, 1, 1))
        .containsExactly(
            Money.of("33.34", "CNY"), Money.of("33.33", "CNY"), Money.of("33.33", "CNY"));
    assertThat(Money.of("0.05", "CNY").allocate(7, 3))
        .containsExactly(Money.of("0.04", "CNY"), Money.of("0.01", "CNY"));
    assertThat(Money.of("-0.05", "CNY").allocate(0, 1, 1))
        .containsExactly(Money.zero("CNY"), Money.of("-0.03", "CNY"), Money.of("-0.02", "CNY"));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("CNY").allocate(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.zero("CNY").allocate(1, -1));
  }

  @Property
  void partsSumToTheWholeAndDifferLessThanAMinorUnitFromTheirShare(
      @ForAll long minor,
      @ForAll @Size(min = 1, max = 12) List<@LongRange(max = MAX_WEIGHT) Long> shares) {
    long[] weights = shares.stream().mapToLong(Long::longValue).toArray();
    BigInteger total =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    Assume.that(total.signum() > 0 && minor != Long.MIN_VALUE);
    List<Money> parts = Money.ofMinor(minor, "CNY").allocate(weights);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < weights.length; i++) {
      BigInteger part = BigInteger.valueOf(parts.get(i).minor());
      sum = sum.add(part);
      BigInteger exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(weights[i]));
      assertThat(part.multiply(total).subtract(exact).abs()).isLessThan(total);
    }
    assertThat(sum).isEqualTo(BigInteger.valueOf(minor));
  }

  @Property
  void textRoundTrips(
      @ForAll @LongRange(min = -99_999_999_999_999_999L, max = 99_999_999_999_999_999L)
          long minor) {
    Money money = Money.ofMinor(minor, "CNY");
    assertThat(Money.of(money.amount().toPlainString(), "CNY")).isEqualTo(money);
  }

  @Property
  void orderIsThatOfTheAmounts(@ForAll int left, @ForAll int right) {
    Money a = Money.ofMinor(left, "CNY");
    Money b = Money.ofMinor(right, "CNY");
    assertThat(a.covers(b)).isEqualTo(left >= right);
    assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
    assertThat(a.minus(b).isNegative()).isEqualTo(left < right);
    assertThat(a.minus(b).isPositive()).isEqualTo(left > right);
    assertThat(a.minus(b).isZero()).isEqualTo(left == right);
  }
}
