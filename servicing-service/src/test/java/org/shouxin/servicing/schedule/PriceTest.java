package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;

class PriceTest {

  private static final LocalDate IN_2026 = LocalDate.of(2026, 6, 1);
  private static final LocalDate IN_2028 = LocalDate.of(2028, 1, 1);

  /** 5,000 in 24 payments of 230 is 9.69 %: Regulation Z (12 CFR 1026), appendix J (c)(1)(i). */
  @Test
  void annualCostSolvesTheActuarialEquation() {
    Terms terms = terms("5000.00", "0", RepaymentMethod.EQUAL_INSTALMENT, 24, IN_2026);
    List<ScheduleRow> payments =
        IntStream.rangeClosed(1, 24)
            .mapToObj(k -> new ScheduleRow(k, IN_2026.plusMonths(k), 230_00, 0, 0, 0))
            .toList();

    AnnualCost cost = AnnualCost.of(new Schedule(terms, payments));

    assertThat(cost.nominal()).isEqualByComparingTo("0.0969");
  }

  /** One payment of 118 for 100 after a year: effective 18 %, nominal 12 x (1.18^(1/12) - 1). */
  @Test
  void aBulletIsDiscountedFromItsEnd() {
    AnnualCost cost =
        AnnualCost.of(Schedule.of(terms("10000.00", "0.18", RepaymentMethod.BULLET, 12, IN_2026)));

    assertThat(cost.effective()).isEqualByComparingTo("0.1800");
    assertThat(cost.nominal()).isEqualByComparingTo("0.1667");
  }

  @Test
  void freeMoneyCostsNothing() {
    AnnualCost cost =
        AnnualCost.of(
            Schedule.of(terms("1200.00", "0", RepaymentMethod.EQUAL_INSTALMENT, 12, IN_2026)));

    assertThat(cost).isEqualTo(new AnnualCost(new BigDecimal("0.0000"), new BigDecimal("0.0000")));
  }

  @ParameterizedTest
  @EnumSource(
      value = RepaymentMethod.class,
      names = {"EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY", "BULLET"})
  void twentyFourPercentIsAllowed(RepaymentMethod method) {
    assertThat(
            CalculateSchedule.priced(terms("10000.00", "0.24", method, 12, IN_2026))
                .cost()
                .nominal())
        .isLessThanOrEqualTo(new BigDecimal("0.2400"));
  }

  @Test
  void aRateOverTheCapIsRefusedByTheRuleOfItsDay() {
    assertRefused(
        "CN-PRICE-01", terms("10000.00", "0.2401", RepaymentMethod.INTEREST_ONLY, 12, IN_2026));
    assertRefused(
        "CN-PRICE-01", terms("10000.00", "0.1201", RepaymentMethod.INTEREST_ONLY, 12, IN_2028));
    assertThat(PriceCap.on(LocalDate.of(2027, 12, 31)).limit()).isEqualTo(Rate.of("0.24"));
    assertThat(PriceCap.on(IN_2028).limit().yearly()).isEqualByComparingTo("0.12");
  }

  @Test
  void penaltyIsOneAndAHalfTimesTheRateAndNeverAboveTheCap() {
    assertThat(late("0.12", "1.5").penaltyRate()).isEqualTo(Rate.of("0.18000000"));
    assertThat(late("0.18", "1.5").penaltyRate()).isEqualTo(Rate.of("0.24"));
    assertThat(late("0.18", "1.5").penaltyDailyRate()).isEqualByComparingTo("0.00066667");
    assertThatThrownBy(() -> late("0.18", "1.6"))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> assertThat(e.errors().get(0).rule()).isEqualTo("PENALTY_MULTIPLE_RANGE"));
  }

  @Test
  void aBulletHasNoThirteenthMonth() {
    assertThatThrownBy(() -> terms("10000.00", "0.1", RepaymentMethod.BULLET, 13, IN_2026))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("CN-LIMIT-01"));
  }

  @Test
  void termsOutOfRangeNameTheFieldAndTheRule() {
    assertInvalid("/principal/amount", "PRINCIPAL_RANGE", "99.99", "0.1", 12, IN_2026);
    assertInvalid("/principal/amount", "PRINCIPAL_RANGE", "-5.00", "0.1", 12, IN_2026);
    assertInvalid("/principal/amount", "PRINCIPAL_RANGE", "10000000.01", "0.1", 12, IN_2026);
    assertInvalid("/termMonths", "TERM_RANGE", "1000.00", "0.1", 0, IN_2026);
    assertInvalid("/termMonths", "TERM_RANGE", "1000.00", "0.1", 61, IN_2026);
    assertInvalid("/annualRate", "RATE_RANGE", "1000.00", "1.01", 12, IN_2026);
    assertInvalid("/annualRate", "RATE_RANGE", "1000.00", "-0.01", 12, IN_2026);
    assertInvalid("/annualRate", "RATE_RANGE", "1000.00", "0.123456789", 12, IN_2026);
    assertInvalid("/startDate", "START_RANGE", "1000.00", "0.1", 12, LocalDate.of(1999, 12, 31));
    assertThatThrownBy(
            () ->
                Terms.monthly(
                    Money.of("1000.00", "USD"),
                    Rate.of("0.1"),
                    RepaymentMethod.EQUAL_INSTALMENT,
                    12,
                    IN_2026))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> assertThat(e.errors().get(0).rule()).isEqualTo("CURRENCY_NOT_SERVED"));
  }

  private static void assertInvalid(
      String field, String rule, String principal, String rate, int months, LocalDate start) {
    assertThatThrownBy(
            () -> terms(principal, rate, RepaymentMethod.EQUAL_INSTALMENT, months, start))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.errors().get(0).field()).isEqualTo(field);
              assertThat(e.errors().get(0).rule()).isEqualTo(rule);
            });
  }

  private static void assertRefused(String rule, Terms terms) {
    assertThatThrownBy(() -> CalculateSchedule.priced(terms))
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  private static LateTerms late(String rate, String multiple) {
    return LateTerms.of(Rate.of(rate), new BigDecimal(multiple), 3, IN_2026);
  }

  private static Terms terms(
      String principal, String rate, RepaymentMethod method, int months, LocalDate start) {
    return Terms.monthly(Money.of(principal, "CNY"), Rate.of(rate), method, months, start);
  }
}
