package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention.DayCount;

/** Long arithmetic gives what plain BigDecimal gives. */
class ExactPropertiesTest {

  private static final MathContext DIGITS = new MathContext(70, RoundingMode.HALF_EVEN);
  private static final int SETTLED_DECIMALS = 40;

  @Property(tries = 20_000)
  void aProductIsDividedExactly(
      @ForAll @LongRange(min = 0) long factor,
      @ForAll @LongRange(min = 0, max = 1L << 40) long numerator,
      @ForAll("divisors") long denominator,
      @ForAll("modes") RoundingMode mode) {
    BigDecimal exact =
        new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(numerator)))
            .divide(BigDecimal.valueOf(denominator), 0, mode);

    if (exact.toBigInteger().bitLength() < 62) {
      assertThat(Exact.timesRatio(factor, numerator, denominator, mode))
          .isEqualTo(exact.longValueExact());
    }
  }

  @Property(tries = 2_000)
  void equalInstalmentsAreThoseOfTheFormula(@ForAll("terms") Terms terms) {
    Schedule schedule = Schedule.of(terms);
    Periods periods = Periods.of(terms);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ONE;
    for (int k = 1; k <= periods.count(); k++) {
      discount = discount.divide(BigDecimal.ONE.add(growth(periods, k)), DIGITS);
      sum = sum.add(discount);
    }
    long each =
        BigDecimal.valueOf(schedule.principalMinor())
            .divide(sum, DIGITS)
            .setScale(SETTLED_DECIMALS, RoundingMode.HALF_EVEN)
            .setScale(0, terms.convention().rounding())
            .longValueExact();

    long balance = schedule.principalMinor();
    long waiting = 0;
    List<ScheduleRow> rows = schedule.rows();
    for (int k = 1; k <= rows.size(); k++) {
      long accrued =
          BigDecimal.valueOf(balance)
              .multiply(BigDecimal.valueOf(periods.numerator[k]))
              .divide(BigDecimal.valueOf(periods.denominator[k]), 0, terms.convention().rounding())
              .longValueExact();
      boolean last = k == rows.size();
      long interest = last ? accrued + waiting : Math.min(accrued + waiting, each);
      waiting += accrued - interest;
      long principal = last ? balance : Math.min(each - interest, balance);
      balance -= principal;
      ScheduleRow row = rows.get(k - 1);
      assertThat(row)
          .isEqualTo(
              new ScheduleRow(
                  k, row.dueDate(), principal, interest, 0, balance, 0, row.accruedMinor()));
    }
  }

  @Property(tries = 500)
  void theFastAmountIsTheExactOne(@ForAll("terms") Terms terms) {
    LevelInstalment level = new LevelInstalment(Periods.of(terms), 1);
    Rounding rounding = terms.rounding();
    long fast = level.enclosed(terms.principal().minor(), rounding);

    assertThat(fast).isIn(-1L, level.exact(terms.principal().minor(), 0, rounding));
  }

  private static BigDecimal growth(Periods periods, int k) {
    return BigDecimal.valueOf(periods.numerator[k])
        .divide(BigDecimal.valueOf(periods.denominator[k]), DIGITS);
  }

  @Provide
  Arbitrary<Long> divisors() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, 1_000_000), Arbitraries.longs().between(1, 1L << 62));
  }

  @Provide
  Arbitrary<RoundingMode> modes() {
    return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  @Provide
  Arbitrary<Terms> terms() {
    return Combinators.combine(
            Arbitraries.longs().between(10_000_00, TermsRules.PRINCIPAL_MINOR_CEILING),
            Arbitraries.longs().between(0, 100_000_000),
            Arbitraries.integers().between(1, 360),
            Arbitraries.of(DayCount.class),
            modes(),
            Arbitraries.longs().between(0, 3_650))
        .as(
            (principal, rate, n, dayCount, mode, day) -> {
              LocalDate start = LocalDate.of(2024, 1, 1).plusDays(day);
              return new Terms(
                  Money.ofMinor(principal, "CNY"),
                  new WrittenRate(BigDecimal.valueOf(rate, 8), WrittenRate.Unit.YEAR),
                  RepaymentMethod.EQUAL_INSTALMENT,
                  Timing.monthly(start, n),
                  new Convention(dayCount, mode),
                  Relief.NONE,
                  Shape.ANY,
                  List.of(),
                  Law.none(start));
            });
  }
}
