package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;

/**
 * What a loan costs in a year, every flow and fee counted (综合年化成本).
 *
 * <p>Actuarial equation: principal less upfront fees = sum of total_k x (1 + X)^-t_k with t_k in
 * years. A whole period counts as such: k / 12 for months, k / 52 for weeks; other days count as 1
 * / 365 (Directive 2008/48/EC, Annex I, part I, remark (c)). Stated to 0.0001 (0.01 percentage
 * point), half up.
 *
 * @param nominal 12 x ((1 + X)^(1/12) - 1), the figure that caps of price are compared with
 * @param effective X
 */
public record AnnualCost(BigDecimal nominal, BigDecimal effective) {

  static final int DECIMALS = 4;
  static final double DAYS_PER_YEAR = 365;

  private static final int MONTHS_PER_YEAR = 12;
  private static final int WEEKS_PER_YEAR = 52;
  private static final int DAYS_PER_WEEK = 7;

  public static AnnualCost of(Schedule schedule) {
    double force = force(schedule);
    return new AnnualCost(
        stated(MONTHS_PER_YEAR * Math.expm1(force / MONTHS_PER_YEAR)), stated(Math.expm1(force)));
  }

  /**
   * The internal rate of return of the flows on their real dates: the same equation with t_k = days
   * / 365, stated to 0.0001.
   */
  public static BigDecimal byDates(Schedule schedule) {
    LocalDate start = schedule.terms().start();
    double[] times =
        schedule.rows().stream()
            .mapToDouble(row -> ChronoUnit.DAYS.between(start, row.dueDate()) / DAYS_PER_YEAR)
            .toArray();
    return stated(Math.expm1(new ActuarialEquation(ratios(schedule), times, 0).force()));
  }

  /** The nominal rate of US disclosures, {@link RegulationZ}. */
  public static BigDecimal regulationZ(Schedule schedule) {
    return RegulationZ.rate(schedule);
  }

  static BigDecimal stated(double rate) {
    return BigDecimal.valueOf(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static double force(Schedule schedule) {
    Timing timing = schedule.terms().timing();
    List<ScheduleRow> rows = schedule.rows();
    boolean own = schedule.terms().method() == RepaymentMethod.OWN_SCHEDULE;
    double[] times = new double[rows.size()];
    double step = own ? 0 : step(timing.frequency());
    boolean even = !own;
    double at = 0;
    for (int k = 1; k <= times.length; k++) {
      boolean whole = !own && DueDates.isWhole(timing, k);
      at = whole ? at + step : years(timing, rows.get(k - 1).dueDate());
      times[k - 1] = at;
      even &= whole || k == 1;
    }
    return new ActuarialEquation(ratios(schedule), times, even ? step : 0).force();
  }

  private static double step(Frequency frequency) {
    return switch (frequency.unit()) {
      case MONTH -> (double) frequency.every() / MONTHS_PER_YEAR;
      case WEEK -> (double) frequency.every() / WEEKS_PER_YEAR;
      case DAY -> frequency.every() / DAYS_PER_YEAR;
    };
  }

  /** Whole months or weeks from the start, then days. */
  private static double years(Timing timing, LocalDate date) {
    LocalDate start = timing.start();
    return switch (timing.frequency().unit()) {
      case MONTH -> {
        long months = ChronoUnit.MONTHS.between(start, date);
        long days = ChronoUnit.DAYS.between(start.plusMonths(months), date);
        yield (double) months / MONTHS_PER_YEAR + days / DAYS_PER_YEAR;
      }
      case WEEK -> {
        long days = ChronoUnit.DAYS.between(start, date);
        yield (double) (days / DAYS_PER_WEEK) / WEEKS_PER_YEAR
            + days % DAYS_PER_WEEK / DAYS_PER_YEAR;
      }
      case DAY -> ChronoUnit.DAYS.between(start, date) / DAYS_PER_YEAR;
    };
  }

  private static double[] ratios(Schedule schedule) {
    long got = schedule.principalMinor() - schedule.upfrontMinor();
    if (got <= 0) {
      throw Invalid.field("/fees", "FEES_BELOW_PRINCIPAL", "upfront fees eat up the principal");
    }
    List<ScheduleRow> rows = schedule.rows();
    double[] ratios = new double[rows.size()];
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = (double) rows.get(k).totalMinor() / got;
    }
    return ratios;
  }
}
