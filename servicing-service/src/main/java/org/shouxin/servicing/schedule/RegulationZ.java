package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The annual percentage rate that US law discloses: 12 CFR part 1026, appendix J.
 *
 * <p>Unit-period: the frequency of the payments; for a single payment its term, at most a year. A =
 * sum of P_k / ((1 + f_k x i) x (1 + i)^t_k) with t_k full unit-periods, counted back from the
 * payment, and f_k the rest of one; the rate is i x unit-periods per year, stated to 0.0001.
 */
final class RegulationZ {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_PER_MONTH = 30;
  private static final double DAYS_PER_YEAR = 365;
  private static final double WEEKS_PER_YEAR = 52;
  private static final int DAYS_PER_WEEK = 7;
  private static final double RATE_MAX = 1_000;
  private static final int HALVINGS = 200;

  /** Thirty odd days are no whole unit-period. */
  private static final double LESS_THAN_ONE = 1 - 1e-9;

  private final LocalDate start;
  private final double got;
  private final List<ScheduleRow> rows;
  private final Frequency unit;
  private final double perYear;

  private RegulationZ(Schedule schedule) {
    start = schedule.terms().start();
    got = schedule.principalMinor() - schedule.upfrontMinor();
    rows = schedule.rows();
    unit = rows.size() == 1 ? term(start, schedule.maturity()) : unit(schedule.terms());
    perYear =
        switch (unit.unit()) {
          case MONTH -> (double) MONTHS_PER_YEAR / unit.every();
          case WEEK -> WEEKS_PER_YEAR / unit.every();
          case DAY -> DAYS_PER_YEAR / unit.every();
        };
  }

  static BigDecimal rate(Schedule schedule) {
    RegulationZ equation = new RegulationZ(schedule);
    return AnnualCost.stated(equation.unitRate() * equation.perYear);
  }

  private static Frequency unit(Terms terms) {
    return terms.method() == RepaymentMethod.OWN_SCHEDULE
        ? Frequency.MONTHLY
        : terms.timing().frequency();
  }

  /** A single payment: whole months or days below a year, then years. */
  private static Frequency term(LocalDate from, LocalDate to) {
    long months = ChronoUnit.MONTHS.between(from, to);
    if (months >= MONTHS_PER_YEAR) {
      return Frequency.months(MONTHS_PER_YEAR);
    }
    return months > 0 && from.plusMonths(months).equals(to)
        ? Frequency.months((int) months)
        : new Frequency((int) ChronoUnit.DAYS.between(from, to), Frequency.Unit.DAY);
  }

  private double unitRate() {
    double low = 0;
    double high = RATE_MAX;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (worth(middle) > got) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double worth(double rate) {
    double sum = 0;
    for (ScheduleRow row : rows) {
      double units = units(row.dueDate());
      double full = Math.floor(units);
      sum += row.totalMinor() / ((1 + (units - full) * rate) * Math.pow(1 + rate, full));
    }
    return sum;
  }

  /** Unit-periods from the start to a date; the part behind the point is of days. */
  private double units(LocalDate date) {
    long days = ChronoUnit.DAYS.between(start, date);
    return switch (unit.unit()) {
      case DAY -> (double) days / unit.every();
      case WEEK -> (double) days / (DAYS_PER_WEEK * unit.every());
      case MONTH -> {
        long months = ChronoUnit.MONTHS.between(start, date);
        while (date.minusMonths(months + 1).compareTo(start) >= 0) {
          months++;
        }
        long odd = ChronoUnit.DAYS.between(start, date.minusMonths(months));
        long full = months / unit.every();
        long left = months % unit.every() * DAYS_PER_MONTH + odd;
        yield full + Math.min((double) left / (DAYS_PER_MONTH * unit.every()), LESS_THAN_ONE);
      }
    };
  }
}
