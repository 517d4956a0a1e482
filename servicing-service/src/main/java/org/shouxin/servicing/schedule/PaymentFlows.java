package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;

/**
 * What the borrower got and pays, and when; the yearly costs are solved from it, each from where
 * the one before ended.
 */
final class PaymentFlows {

  private static final int DAYS_PER_WEEK = 7;
  private static final double MONTHS_PER_YEAR = 12;
  private static final double WEEKS_PER_YEAR = 52;

  final Terms terms;
  final LocalDate[] due;

  /** Each payment as a ratio to what the borrower got. */
  final double[] paid;

  /** Where the search for a cost begins: a force of interest a year. */
  private double guess;

  PaymentFlows(Schedule schedule) {
    terms = schedule.terms();
    long got = schedule.principalMinor() - schedule.upfrontMinor();
    if (got <= 0) {
      throw Invalid.field("/fees", "FEES_BELOW_PRINCIPAL", "upfront fees eat up the principal");
    }
    List<ScheduleRow> rows = schedule.rows();
    due = new LocalDate[rows.size()];
    paid = new double[rows.size()];
    for (int k = 0; k < paid.length; k++) {
      ScheduleRow row = rows.get(k);
      due[k] = row.dueDate();
      paid[k] = (double) row.totalMinor() / got;
    }
    guess = terms.rate().force();
  }

  /** {@link AnnualCost}. */
  AnnualCost cost() {
    guess = force();
    return AnnualCost.ofForce(guess, field());
  }

  /** {@link AnnualCost#byDates}. */
  BigDecimal byDates() {
    int[] days = new int[paid.length];
    long start = terms.start().toEpochDay();
    for (int k = 0; k < days.length; k++) {
      days[k] = (int) (due[k].toEpochDay() - start);
    }
    guess = new ActuarialEquation(paid, new int[paid.length], days, 0).force(guess);
    return AnnualCost.stated(Math.expm1(guess), field());
  }

  /** {@link RegulationZ}. */
  BigDecimal regulationZ() {
    return AnnualCost.stated(new RegulationZ(this).rate(guess), field());
  }

  /** The field at which a cost out of all range is to be mended. */
  private String field() {
    return terms.rate().per() == WrittenRate.Unit.YEAR ? "/annualRate" : "/rate/value";
  }

  private double force() {
    Timing timing = terms.timing();
    boolean own = terms.method() == RepaymentMethod.OWN_SCHEDULE;
    boolean byDays = timing.frequency().unit() == Frequency.Unit.DAY;
    int unitStep = byDays ? 0 : timing.frequency().every();
    int dayStep = byDays ? timing.frequency().every() : 0;
    int[] units = new int[paid.length];
    int[] days = new int[paid.length];
    int unit = 0;
    int day = 0;
    for (int k = 0; k < paid.length; k++) {
      boolean whole = !own && DueDates.isWhole(timing, k + 1);
      unit = whole ? unit + unitStep : wholeUnits(timing, due[k]);
      day = whole ? day + dayStep : daysBeyond(timing, unit, due[k]);
      units[k] = unit;
      days[k] = day;
    }
    return new ActuarialEquation(paid, units, days, years(timing.frequency())).force(guess);
  }

  /** Years that a unit of the frequency lasts. */
  private static double years(Frequency frequency) {
    return switch (frequency.unit()) {
      case MONTH -> 1 / MONTHS_PER_YEAR;
      case WEEK -> 1 / WEEKS_PER_YEAR;
      case DAY -> 1 / AnnualCost.DAYS_PER_YEAR;
    };
  }

  /** Whole months or weeks from the start; none where days are counted. */
  private static int wholeUnits(Timing timing, LocalDate date) {
    return switch (timing.frequency().unit()) {
      case MONTH -> (int) ChronoUnit.MONTHS.between(timing.start(), date);
      case WEEK -> (int) ChronoUnit.DAYS.between(timing.start(), date) / DAYS_PER_WEEK;
      case DAY -> 0;
    };
  }

  private static int daysBeyond(Timing timing, int units, LocalDate date) {
    LocalDate from =
        switch (timing.frequency().unit()) {
          case MONTH -> timing.start().plusMonths(units);
          case WEEK -> timing.start().plusWeeks(units);
          case DAY -> timing.start();
        };
    return (int) ChronoUnit.DAYS.between(from, date);
  }
}
