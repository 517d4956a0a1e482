package org.shouxin.servicing.arrangement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;
import org.shouxin.servicing.schedule.Rate;

/** Figures by hand: 1,200.00 at 12 % in twelve parts of 100.00, paid out on 10 January. */
class PlanTest {

  private static final LocalDate VALUE = LocalDate.of(2026, 1, 10);
  private static final Bearing BEARING =
      new Bearing(Rate.of("0.12"), "THIRTY_360_PER_PERIOD", RoundingMode.HALF_UP);

  /** Two months more on 1,200.00 at 1 % a month cost 24.00. */
  @Test
  void anExtensionAddsMonthsInFrontAndTheirInterest() {
    Plan plan = wish(Kind.EXTENSION, 2).plan(paidUp(VALUE));

    assertThat(plan.costDifferenceMinor()).isEqualTo(24_00);
    assertThat(plan.rows()).hasSize(12);
    assertThat(plan.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    assertThat(plan.rows().get(0).interestMinor()).isEqualTo(36_00);
    assertThat(plan.rows().get(11).dueDate()).isEqualTo(LocalDate.of(2027, 3, 10));
    assertThat(plan.rows().get(11).interestMinor()).isEqualTo(1_00);
  }

  /** Half a month has passed: 6.00 have accrued and stay so; the cost does not depend on it. */
  @Test
  void interestOfThePassedTimeIsCarried() {
    LocalDate middle = LocalDate.of(2026, 1, 25);

    Plan plan = wish(Kind.EXTENSION, 2).plan(paidUp(middle));

    assertThat(plan.costDifferenceMinor()).isEqualTo(24_00);
    assertThat(plan.rows().get(0).carriedMinor()).isEqualTo(6_00);
    assertThat(plan.rows().get(0).periodStart()).isEqualTo(middle);
    assertThat(plan.rows().get(0).interestMinor()).isEqualTo(36_00);
  }

  @Test
  void aHolidaysInterestIsSpreadCapitalisedOrWaived() {
    assertThat(holiday(Treatment.ADD_TO_FIRST).rows().get(0).interestMinor()).isEqualTo(36_00);
    Plan spread = holiday(Treatment.SPREAD);
    assertThat(spread.costDifferenceMinor()).isEqualTo(24_00);
    assertThat(spread.rows())
        .extracting(NewInstalment::interestMinor)
        .startsWith(14_00L, 13_00L)
        .endsWith(3_00L);
    // 22.00, 20.00, .. 2.00 are still unasked for in the months after: 1.32 at 1 % a month.
    assertThat(holiday(Treatment.CAPITALISE).costDifferenceMinor()).isEqualTo(24_00 + 1_32);
    assertThat(holiday(Treatment.WAIVE).costDifferenceMinor()).isZero();
  }

  /** Ten days more on 1,200.00 cost 4.00, once. */
  @Test
  void theDueDayMovesOnWithItsDaysOfInterest() {
    Wish wish =
        new Wish(Kind.CHANGE_DUE_DAY, Reason.OTHER, 0, 20, null, null, null, null, "", null);

    Plan plan = wish.plan(paidUp(VALUE));

    assertThat(plan.costDifferenceMinor()).isEqualTo(4_00);
    assertThat(plan.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 2, 20));
    assertThat(plan.rows().get(11).dueDate()).isEqualTo(LocalDate.of(2027, 1, 20));
    assertRule("ARRANGEMENT_SAME_DAY", () -> wish.plan(paidUp(VALUE.plusDays(0), 20)));
  }

  /** From 10 July on 700.00, then 600.00 .. at half the rate: half of 28.00 is saved. */
  @Test
  void aLowerRateSavesHalfOfWhatIsAhead() {
    LocalDate from = LocalDate.of(2026, 6, 10);
    Plan plan = rateChange("0.06", from).plan(paidUp(VALUE));

    assertThat(plan.costDifferenceMinor()).isEqualTo(-14_00);
    assertThat(plan.rows().get(4).interestMinor()).isEqualTo(8_00);
    assertThat(plan.rows().get(5).interestMinor()).isEqualTo(3_50);
    assertRule("ARRANGEMENT_RATE_UP", () -> rateChange("0.13", from).plan(paidUp(VALUE)));
    assertRule(
        "ARRANGEMENT_FROM", () -> rateChange("0.06", VALUE.minusDays(1)).plan(paidUp(VALUE)));
  }

  /** Two parts of 100.00 are overdue since February and March; today is 20 March. */
  @Test
  void theOverduePartIsPaidInNewInstalments() {
    Plan plan = wish(Kind.RE_AGE, 4).plan(late());

    assertThat(plan.rows()).hasSize(10);
    assertThat(plan.rows())
        .extracting(NewInstalment::principalMinor)
        .startsWith(150_00L, 150_00L, 150_00L, 150_00L, 100_00L);
    // 200.00 for 20 days, then 150.00, 100.00, 50.00 for a month each, at 1 % a month
    assertThat(plan.costDifferenceMinor()).isEqualTo(1_33 + 1_50 + 1_00 + 50);
    assertThat(plan.rows().stream().mapToLong(NewInstalment::penaltyMinor).sum()).isEqualTo(90);
    assertThat(plan.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    assertRule("ARRANGEMENT_NOT_LATE", () -> wish(Kind.RE_AGE, 4).plan(paidUp(VALUE)));
  }

  /** Late by two instalments and ill: three months without payment, then as before. */
  @Test
  void aHardshipMovesWhatIsOverdueToo() {
    Wish wish =
        new Wish(
            Kind.HARDSHIP,
            Reason.ILLNESS,
            3,
            null,
            null,
            null,
            Treatment.ADD_TO_FIRST,
            null,
            "",
            "hospital-7");

    Plan plan = wish.plan(late());

    assertThat(plan.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 7, 10));
    // 12.00 of February, 3.33 accrued in March, and 110 days of 1,200.00 at 1 % a month
    assertThat(plan.rows().get(0).interestMinor()).isEqualTo(12_00 + 3_33 + 44_00);
    assertThat(plan.rows().get(1).interestMinor()).isEqualTo(11_00 + 11_00);
    assertThat(plan.rows().get(2).interestMinor()).isEqualTo(10_00);
  }

  @Test
  void aRestructuredLoanIsPaidInEqualInstalments() {
    Wish wish =
        new Wish(
            Kind.RESTRUCTURE,
            Reason.INCOME_LOSS,
            24,
            null,
            new BigDecimal("0.06"),
            null,
            null,
            null,
            "",
            null);

    Plan plan = wish.plan(late());

    assertThat(plan.rows()).hasSize(24);
    assertThat(plan.rate()).isEqualTo(Rate.of("0.06"));
    // A = 1,200.00 x 0.005 / (1 - 1.005^-24) = 53.18 a month, and (23.00 + 3.33) / 24 owed already
    NewInstalment second = plan.rows().get(1);
    assertThat(second.principalMinor() + second.interestMinor() - second.carriedMinor())
        .isEqualTo(53_18);
    assertThat(plan.rows().stream().mapToLong(NewInstalment::carriedMinor).sum())
        .isEqualTo(23_00 + 3_33);
  }

  @Test
  void aBulletStaysWithinItsYear() {
    OpenLoan bullet =
        new OpenLoan(
            VALUE,
            VALUE,
            BEARING,
            true,
            false,
            List.of(new OpenInstalment(1, VALUE.plusMonths(10), 1_200_00, 120_00, 0, 0, 0, 0)));

    assertThat(wish(Kind.EXTENSION, 2).plan(bullet).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.interestMinor()).isEqualTo(144_00));
    assertRule("CN-LIMIT-01", () -> wish(Kind.EXTENSION, 3).plan(bullet));
  }

  @Test
  void smallRestsAreKept() {
    OpenInstalment small = new OpenInstalment(12, VALUE.plusMonths(1), 99_99, 1_00, 0, 0, 0, 0);

    assertRule("ARRANGEMENT_PRINCIPAL_MIN", () -> open(VALUE, List.of(small)));
  }

  /** The month after 17 January has 31 days: 1,200.00 bear 12.40 in them (360 days a year). */
  @Test
  void aWeeklyRhythmIsKeptWhenItMovesAndBecomesMonthlyWhenRestructured() {
    OpenInstalment week = new OpenInstalment(1, VALUE.plusDays(7), 600_00, 2_80, 0, 0, 0, 0);
    OpenInstalment next = new OpenInstalment(2, VALUE.plusDays(14), 600_00, 1_40, 0, 0, 0, 0);
    OpenLoan weekly =
        new OpenLoan(
            VALUE,
            VALUE,
            new Bearing(Rate.of("0.12"), "ACT_360", RoundingMode.HALF_UP),
            false,
            false,
            List.of(week, next));

    Plan plan = wish(Kind.EXTENSION, 1).plan(weekly);

    assertThat(plan.rows())
        .extracting(NewInstalment::dueDate)
        .containsExactly(LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 24));
    assertThat(plan.costDifferenceMinor()).isEqualTo(12_40);
    assertThat(plan.rows().get(1).interestMinor()).isEqualTo(1_40);
    assertThat(wish(Kind.RESTRUCTURE, 3).plan(weekly).rows()).hasSize(3);
    assertRule("ARRANGEMENT_NOT_MONTHLY", () -> wish(Kind.RE_AGE, 3).plan(weekly));
    assertRule(
        "ARRANGEMENT_NOT_MONTHLY",
        () ->
            new Wish(Kind.CHANGE_DUE_DAY, Reason.OTHER, 0, 20, null, null, null, null, "", null)
                .plan(weekly));
  }

  /** Added time bears the rate on the unpaid principal; what flat interest asks for stays. */
  @Test
  void flatInterestStaysAndHasNoOtherRateAndNoInterestOnInterest() {
    OpenLoan flat = new OpenLoan(VALUE, VALUE, BEARING, false, true, flatRows());

    Plan plan = wish(Kind.EXTENSION, 1).plan(flat);

    assertThat(plan.costDifferenceMinor()).isEqualTo(12_00);
    assertThat(plan.rows())
        .extracting(NewInstalment::interestMinor)
        .containsExactly(24_00L, 12_00L);
    assertRule(
        "ARRANGEMENT_FLAT_INTEREST",
        () -> rateChange("0.06", LocalDate.of(2026, 2, 10)).plan(flat));
    assertRule(
        "ARRANGEMENT_FLAT_INTEREST",
        () ->
            new Wish(
                    Kind.PAYMENT_HOLIDAY,
                    Reason.OTHER,
                    1,
                    null,
                    null,
                    null,
                    Treatment.CAPITALISE,
                    null,
                    "",
                    null)
                .plan(flat));
  }

  private static List<OpenInstalment> flatRows() {
    return List.of(
        new OpenInstalment(1, VALUE.plusMonths(1), 600_00, 12_00, 0, 0, 0, 0),
        new OpenInstalment(2, VALUE.plusMonths(2), 600_00, 12_00, 0, 0, 0, 0));
  }

  private static Plan holiday(Treatment treatment) {
    return new Wish(
            Kind.PAYMENT_HOLIDAY, Reason.OTHER, 2, null, null, null, treatment, null, "", null)
        .plan(paidUp(VALUE));
  }

  private static Wish rateChange(String rate, LocalDate from) {
    return new Wish(
        Kind.RATE_CHANGE, Reason.OTHER, 0, null, new BigDecimal(rate), from, null, null, "", null);
  }

  private static Wish wish(Kind kind, int months) {
    return new Wish(kind, Reason.OTHER, months, null, null, null, null, null, "", null);
  }

  private static OpenLoan paidUp(LocalDate day) {
    return paidUp(day, VALUE.getDayOfMonth());
  }

  private static OpenLoan paidUp(LocalDate day, int dueDay) {
    List<OpenInstalment> rows = new ArrayList<>();
    for (int k = 1; k <= 12; k++) {
      long accrued = k == 1 ? BEARING.days(1_200_00, VALUE, day) : 0;
      rows.add(
          new OpenInstalment(
              k,
              VALUE.plusMonths(k).withDayOfMonth(dueDay),
              100_00,
              1300 - 100 * k,
              accrued,
              0,
              0,
              0));
    }
    return open(day, rows);
  }

  private static OpenLoan late() {
    LocalDate day = LocalDate.of(2026, 3, 20);
    List<OpenInstalment> rows = new ArrayList<>();
    for (int k = 1; k <= 12; k++) {
      long interest = 1300 - 100L * k;
      long recognised = k <= 2 ? interest : k == 3 ? 333 : 0;
      rows.add(
          new OpenInstalment(
              k, VALUE.plusMonths(k), 100_00, interest, recognised, 0, k <= 2 ? 45 : 0, 0));
    }
    return open(day, rows);
  }

  private static OpenLoan open(LocalDate day, List<OpenInstalment> rows) {
    return new OpenLoan(day, VALUE, BEARING, false, false, rows);
  }

  private static void assertRule(String rule, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
