package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The yearly costs against their definition, written down slowly: at half a hundredth of a point
 * below the stated figure the payments are worth more than what was got, at half above less.
 */
class AnnualCostPropertiesTest {

  private static final double HALF = 0.00005;
  private static final double TOLERANCE = 1e-9;

  @Property(tries = 3_000)
  void theEffectiveCostIsWhereThePaymentsAreWorthWhatWasGot(@ForAll("any") Terms terms) {
    Schedule schedule = Schedule.of(terms);
    double[] years = new double[schedule.rows().size()];
    for (int k = 0; k < years.length; k++) {
      years[k] = years(terms, k, k == 0 ? 0 : years[k - 1], schedule.rows().get(k).dueDate());
    }

    assertEncloses(
        AnnualCost.of(schedule).effective(),
        rate -> worth(schedule, row -> Math.pow(1 + rate, -years[row.number() - 1])));
  }

  @Property(tries = 3_000)
  void theReturnByDatesIsToo(@ForAll("any") Terms terms) {
    Schedule schedule = Schedule.of(terms);

    assertEncloses(
        AnnualCost.byDates(schedule),
        rate -> worth(schedule, row -> Math.pow(1 + rate, -days(terms, row) / 365.0)));
  }

  @Property(tries = 3_000)
  void theNominalCostCompoundsToTheEffectiveOne(@ForAll("any") Terms terms) {
    AnnualCost cost = AnnualCost.of(Schedule.of(terms));
    double monthly = cost.nominal().doubleValue() / 12;

    assertThat(Math.pow(1 + monthly, 12) - 1)
        .isCloseTo(
            cost.effective().doubleValue(), within(2 * HALF * Math.pow(1 + monthly, 11) + HALF));
  }

  /** Any flows within fifty years, from any guess. */
  @Property(tries = 20_000)
  void theSolutionIsFoundFromAnyGuess(@ForAll("flows") Flows flows) {
    double force =
        new ActuarialEquation(flows.paid(), new int[flows.days().length], flows.days(), 0)
            .force(flows.guess());
    double worth = 0;
    for (int k = 0; k < flows.days().length; k++) {
      worth += flows.paid()[k] * Math.exp(-force * flows.days()[k] / 365);
    }

    assertThat(Math.log(worth)).isCloseTo(0, within(TOLERANCE));
  }

  @Property(tries = 2_000)
  void regulationZIsWhereThePaymentsAreWorthWhatWasGot(@ForAll("monthly") Terms terms) {
    Schedule schedule = Schedule.of(terms);
    double perYear = 12.0 / terms.timing().frequency().every();

    assertEncloses(
        AnnualCost.regulationZ(schedule),
        rate -> worth(schedule, row -> Math.pow(1 + rate / perYear, -row.number())));
  }

  record Flows(double[] paid, int[] days, double guess) {}

  private static void assertEncloses(BigDecimal stated, DoubleUnaryOperator worth) {
    double rate = stated.doubleValue();
    assertThat(worth.applyAsDouble(rate + HALF)).isLessThanOrEqualTo(1 + TOLERANCE);
    assertThat(worth.applyAsDouble(rate - HALF)).isGreaterThanOrEqualTo(1 - TOLERANCE);
  }

  private static double worth(Schedule schedule, ToDoubleFunction<ScheduleRow> discount) {
    double got = schedule.principalMinor() - schedule.upfrontMinor();
    return schedule.rows().stream()
        .mapToDouble(row -> row.totalMinor() / got * discount.applyAsDouble(row))
        .sum();
  }

  private static double days(Terms terms, ScheduleRow row) {
    return ChronoUnit.DAYS.between(terms.start(), row.dueDate());
  }

  /**
   * Whole periods of the frequency; a first one that is none, and own dates, by months and days.
   */
  private static double years(Terms terms, int k, double before, LocalDate due) {
    Timing timing = terms.timing();
    boolean whole =
        terms.method() != RepaymentMethod.OWN_SCHEDULE && DueDates.isWhole(timing, k + 1);
    LocalDate start = timing.start();
    double every = timing.frequency().every();
    return switch (timing.frequency().unit()) {
      case DAY -> whole ? before + every / 365 : ChronoUnit.DAYS.between(start, due) / 365.0;
      case WEEK ->
          whole
              ? before + every / 52
              : ChronoUnit.DAYS.between(start, due) / 7 / 52.0
                  + ChronoUnit.DAYS.between(start, due) % 7 / 365.0;
      case MONTH -> {
        long months = ChronoUnit.MONTHS.between(start, due);
        yield whole
            ? before + every / 12
            : months / 12.0 + ChronoUnit.DAYS.between(start.plusMonths(months), due) / 365.0;
      }
    };
  }

  @Provide
  Arbitrary<Terms> any() {
    return AnyTerms.any();
  }

  /** Terms whose payments are whole unit-periods apart. */
  @Provide
  Arbitrary<Terms> monthly() {
    return AnyTerms.any()
        .filter(terms -> terms.method() != RepaymentMethod.OWN_SCHEDULE)
        .filter(terms -> terms.timing().instalments() > 1)
        .map(
            terms ->
                new Terms(
                    terms.principal(),
                    terms.rate(),
                    terms.method(),
                    Timing.every(
                        LocalDate.of(2026, 3, 15),
                        terms.timing().instalments(),
                        Frequency.months(1 + terms.timing().instalments() % 3)),
                    terms.convention(),
                    terms.relief(),
                    terms.shape(),
                    List.of(),
                    terms.law()));
  }

  @Provide
  Arbitrary<Flows> flows() {
    return Arbitraries.randomValue(AnnualCostPropertiesTest::flows);
  }

  private static Flows flows(Random random) {
    int n = 1 + random.nextInt(60);
    double[] paid = new double[n];
    int[] days = new int[n];
    int last = 18_300 / n;
    double total = 0;
    for (int k = 0; k < n; k++) {
      days[k] = (k == 0 ? 0 : days[k - 1]) + 1 + random.nextInt(random.nextBoolean() ? 31 : last);
      paid[k] = Math.pow(10, random.nextInt(26) - 13) * random.nextDouble();
      total += paid[k];
    }
    if (total < 1) {
      paid[n - 1] += 1;
    }
    return new Flows(paid, days, random.nextDouble() * Math.pow(10, random.nextInt(5) - 2));
  }
}
