package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;

class SchedulePropertiesTest {

  @Property
  void principalSumsToTheLoanAndTheBalanceEndsAtZero(@ForAll("terms") Terms terms) {
    Schedule schedule = Schedule.of(terms);

    assertThat(schedule.total(ScheduleRow::principalMinor)).isEqualTo(terms.principal());
    assertThat(schedule.rows().get(schedule.rows().size() - 1).balanceMinor()).isZero();
  }

  @Property
  void nothingIsNegativeAndTheBalanceNeverGrows(@ForAll("terms") Terms terms) {
    long balance = terms.principal().minor();
    for (ScheduleRow row : Schedule.of(terms).rows()) {
      assertThat(row.principalMinor()).isNotNegative();
      assertThat(row.interestMinor()).isNotNegative();
      assertThat(row.balanceMinor()).isBetween(0L, balance);
      balance = row.balanceMinor();
    }
  }

  @Property
  void equalInstalmentsAreEqualToTheMinorUnitButTheLast(@ForAll("equalInstalments") Terms terms) {
    List<ScheduleRow> rows = Schedule.of(terms).rows();

    assertThat(rows.subList(0, rows.size() - 1).stream().map(ScheduleRow::totalMinor).distinct())
        .hasSizeLessThanOrEqualTo(1);
  }

  @Property
  void dueDatesAscendAndKeepTheDayWhereTheMonthHasIt(@ForAll("terms") Terms terms) {
    LocalDate before = terms.start();
    for (ScheduleRow row : Schedule.of(terms).rows()) {
      assertThat(row.dueDate()).isAfter(before);
      assertThat(row.dueDate().getDayOfMonth())
          .isEqualTo(Math.min(terms.start().getDayOfMonth(), row.dueDate().lengthOfMonth()));
      before = row.dueDate();
    }
  }

  @Property
  void aLoanWithoutFeesCostsItsOwnRate(@ForAll("monthlyOfSomeSize") Terms terms) {
    BigDecimal nominal = AnnualCost.of(Schedule.of(terms)).nominal();

    assertThat(nominal.subtract(terms.annualRate().yearly()).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.0002"));
  }

  @Provide
  Arbitrary<Terms> terms() {
    return termsOf(
        new RepaymentMethod[] {
          RepaymentMethod.EQUAL_INSTALMENT,
          RepaymentMethod.EQUAL_PRINCIPAL,
          RepaymentMethod.INTEREST_ONLY,
          RepaymentMethod.BULLET,
          RepaymentMethod.FLAT
        },
        100_00);
  }

  @Provide
  Arbitrary<Terms> equalInstalments() {
    return termsOf(new RepaymentMethod[] {RepaymentMethod.EQUAL_INSTALMENT}, 100_00);
  }

  @Provide
  Arbitrary<Terms> monthlyOfSomeSize() {
    return termsOf(
        new RepaymentMethod[] {
          RepaymentMethod.EQUAL_INSTALMENT,
          RepaymentMethod.EQUAL_PRINCIPAL,
          RepaymentMethod.INTEREST_ONLY
        },
        10_000_00);
  }

  private static Arbitrary<Terms> termsOf(RepaymentMethod[] methods, long principalMin) {
    return Combinators.combine(
            Arbitraries.longs().between(principalMin, Terms.PRINCIPAL_MINOR_MAX),
            Arbitraries.longs().between(0, 36_000_000),
            Arbitraries.of(methods),
            Arbitraries.integers().between(1, Terms.TERM_MONTHS_MAX),
            Arbitraries.longs().between(0, 3_650))
        .as(
            (principal, rate, method, months, day) ->
                Terms.monthly(
                    Money.ofMinor(principal, "CNY"),
                    new Rate(BigDecimal.valueOf(rate, Rate.DECIMALS_MAX)),
                    method,
                    method == RepaymentMethod.BULLET
                        ? Math.min(months, Terms.BULLET_MONTHS_MAX)
                        : months,
                    LocalDate.of(2024, 1, 1).plusDays(day)));
  }
}
