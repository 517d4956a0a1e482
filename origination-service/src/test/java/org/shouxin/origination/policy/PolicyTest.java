package org.shouxin.origination.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.policy.Parameter.Name;

/** The values that are compiled in, and that an operator can only tighten them. */
class PolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @EnumSource(Name.class)
  void everyParameterIsInForceAndCitesARule(Name name) {
    Parameter parameter = policy(Map.of()).on(TODAY, name);
    assertThat(parameter.rule()).matches("(CN|SX)-[A-Z]+-\\d{2}");
    assertThat(parameter.source()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "READING_SECONDS_MIN, 10, 10",
    "READING_SECONDS_MIN, 1, 3",
    "ANNUAL_COST_MAX, 0.20, 0.20",
    "ANNUAL_COST_MAX, 0.36, 0.24",
    "NO_FACE_AMOUNT_MAX, 50000, 50000",
    "NO_FACE_AMOUNT_MAX, 900000, 200000",
    "AGE_YEARS_MIN, 16, 18",
    "AGE_YEARS_MAX, 60, 60"
  })
  void anOperatorTightensAndNeverLoosens(Name name, BigDecimal wish, BigDecimal heard) {
    assertThat(policy(Map.of(name, wish)).on(TODAY, name).value()).isEqualByComparingTo(heard);
  }

  @Test
  void whatIsNotInForceStopsTheUseCase() {
    Policy policy = policy(Map.of());
    LocalDate before = LocalDate.of(2019, 12, 31);
    assertThatThrownBy(() -> policy.on(before, Name.ANNUAL_COST_MAX))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aProductSaysOfTheScheduleOnlyWhatIsNotTheLoansOwn() {
    assertThat(scheduleTerms(Map.of("dayCount", "ACT_365", "dueDay", 10)).scheduleTerms())
        .containsOnlyKeys("dayCount", "dueDay");
    assertThat(scheduleTerms(null).scheduleTerms()).isEmpty();
    assertThatThrownBy(() -> scheduleTerms(Map.of("principal", "1.00")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Product scheduleTerms(Map<String, Object> terms) {
    return new Product(
        "P", 1, "CN", TODAY, null, null, null, "", 1, 1, null, null, BigDecimal.ONE, 0, terms);
  }

  @Test
  void theProductRefusesByName() {
    broken(check("999.99", 12, RepaymentMethod.BULLET, LoanPurpose.TRAVEL), "SX-PRODUCT-01");
    broken(check("200000.01", 12, RepaymentMethod.BULLET, LoanPurpose.TRAVEL), "CN-LIMIT-02");
    broken(check("5000.00", 2, RepaymentMethod.BULLET, LoanPurpose.TRAVEL), "SX-PRODUCT-02");
    broken(check("5000.00", 25, RepaymentMethod.BULLET, LoanPurpose.TRAVEL), "SX-PRODUCT-02");
    broken(check("5000.00", 13, RepaymentMethod.BULLET, LoanPurpose.TRAVEL), "CN-LIMIT-01");
    broken(check("5000.00", 12, RepaymentMethod.BULLET, LoanPurpose.PROPERTY), "SX-PRODUCT-04");
    broken(check("5000.00", 12, RepaymentMethod.BULLET, LoanPurpose.SECURITIES), "SX-PRODUCT-04");
    broken(
        () ->
            product()
                .check(
                    Money.of("5000.00", "USD"),
                    12,
                    RepaymentMethod.BULLET,
                    LoanPurpose.TRAVEL,
                    bullet()),
        "SX-PRODUCT-05");
    broken(() -> products().on(TODAY, "NO_SUCH"), "SX-PRODUCT-00");
  }

  private static ThrowingCallable check(
      String amount, int months, RepaymentMethod method, LoanPurpose purpose) {
    return () -> product().check(Money.of(amount, "CNY"), months, method, purpose, bullet());
  }

  private static Parameter bullet() {
    return policy(Map.of()).on(TODAY, Name.BULLET_MONTHS_MAX);
  }

  private static Product product() {
    return products().on(TODAY, "CONSUMER_ONLINE");
  }

  private static Policy policy(Map<Name, BigDecimal> wishes) {
    return new CatalogueResources(() -> wishes).policy();
  }

  private static Products products() {
    return new CatalogueResources(Map::of).products();
  }

  private static void broken(ThrowingCallable step, String rule) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
