package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.chassis.money.Money;

/**
 * Known tables. The instalments of the first three rows are published: 10,000 at 8 % over 10 months
 * = 1,037.03 is the example of Microsoft's documentation of the PMT function; 100 at 7 % over 6
 * months = 17.01 five times and 17.00 is the table of Apache Fineract's
 * ProgressiveEMICalculatorTest; the others are the closed formula A = P i / (1 - (1 + i)^-n) worked
 * out apart with 40 digits.
 */
class ScheduleTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 15);

  @ParameterizedTest
  @CsvSource({
    "10000.00, 0.08, 10, 1037.03, 1037.07, 370.34",
    "100.00, 0.07, 6, 17.01, 17.00, 2.05",
    "100000.00, 0.12, 12, 8884.88, 8884.85, 6618.53",
    "12000.00, 0.18, 12, 1100.16, 1100.19, 1201.95",
    "5000.00, 0.24, 6, 892.63, 892.62, 355.77",
    "1200.00, 0, 12, 100.00, 100.00, 0.00"
  })
  void equalInstalments(
      String principal, String rate, int months, String each, String last, String interest) {
    Schedule schedule = schedule(principal, rate, RepaymentMethod.EQUAL_INSTALMENT, months);

    List<ScheduleRow> rows = schedule.rows();
    assertThat(rows.subList(0, months - 1))
        .allSatisfy(row -> assertThat(row.totalMinor()).isEqualTo(minor(each)));
    assertThat(rows.get(months - 1).totalMinor()).isEqualTo(minor(last));
    assertThat(schedule.total(ScheduleRow::interestMinor)).isEqualTo(Money.of(interest, "CNY"));
  }

  @Test
  void equalPrincipalPaysInterestOnWhatIsLeft() {
    Schedule schedule = schedule("1200.00", "0.12", RepaymentMethod.EQUAL_PRINCIPAL, 12);

    assertThat(schedule.rows())
        .allSatisfy(row -> assertThat(row.principalMinor()).isEqualTo(100_00));
    assertThat(schedule.rows().get(0).interestMinor()).isEqualTo(12_00);
    assertThat(schedule.rows().get(11).interestMinor()).isEqualTo(1_00);
    assertThat(schedule.total(ScheduleRow::interestMinor)).isEqualTo(Money.of("78.00", "CNY"));
  }

  @Test
  void theLastEqualPrincipalTakesTheRest() {
    Schedule schedule = schedule("1000.00", "0.12", RepaymentMethod.EQUAL_PRINCIPAL, 3);

    assertThat(schedule.rows().stream().map(ScheduleRow::principalMinor))
        .containsExactly(333_33L, 333_33L, 333_34L);
  }

  @Test
  void interestOnlyPaysThePrincipalAtTheEnd() {
    Schedule schedule = schedule("10000.00", "0.12", RepaymentMethod.INTEREST_ONLY, 3);

    assertThat(schedule.rows().stream().map(ScheduleRow::principalMinor))
        .containsExactly(0L, 0L, 10_000_00L);
    assertThat(schedule.rows()).allSatisfy(r -> assertThat(r.interestMinor()).isEqualTo(100_00));
  }

  @Test
  void bulletIsOneInstalmentOfSimpleInterest() {
    Schedule schedule = schedule("10000.00", "0.12", RepaymentMethod.BULLET, 6);

    assertThat(schedule.rows())
        .containsExactly(new ScheduleRow(1, LocalDate.of(2026, 7, 15), 10_000_00, 600_00, 0, 0));
  }

  @Test
  void aMonthThatIsTooShortIsDueOnItsLastDayAndTheNextOneIsNot() {
    Terms terms =
        Terms.monthly(
            Money.of("1000.00", "CNY"),
            Rate.of("0.12"),
            RepaymentMethod.EQUAL_INSTALMENT,
            4,
            LocalDate.of(2027, 10, 31));

    assertThat(Schedule.of(terms).rows().stream().map(ScheduleRow::dueDate))
        .containsExactly(
            LocalDate.of(2027, 11, 30),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2028, 1, 31),
            LocalDate.of(2028, 2, 29));
  }

  @Test
  void roundingIsTheLoansOwn() {
    Money principal = Money.of("100.50", "CNY");
    Terms halfUp =
        new Terms(
            principal,
            Rate.of("0.12"),
            RepaymentMethod.INTEREST_ONLY,
            1,
            START,
            Convention.MONTHLY_30_360);
    Terms halfEven =
        new Terms(
            principal,
            Rate.of("0.06"),
            RepaymentMethod.INTEREST_ONLY,
            1,
            START,
            new Convention(Convention.DayCount.THIRTY_360_PER_PERIOD, RoundingMode.HALF_EVEN));

    assertThat(Schedule.of(halfUp).rows().get(0).interestMinor()).isEqualTo(1_01);
    assertThat(Schedule.of(halfEven).rows().get(0).interestMinor()).isEqualTo(50);
  }

  private static Schedule schedule(
      String principal, String rate, RepaymentMethod method, int months) {
    return Schedule.of(
        Terms.monthly(Money.of(principal, "CNY"), Rate.of(rate), method, months, START));
  }

  private static long minor(String amount) {
    return Money.of(amount, "CNY").minor();
  }
}
