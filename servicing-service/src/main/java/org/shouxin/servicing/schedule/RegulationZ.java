package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The annual percentage rate that US law discloses: 12 CFR part 1026, appendix J.
 *
 * <p>Unit-period: the frequency of the payments; for a single payment its term, at most a year. A =
 * sum of P_k / ((1 + f_k x i) x (1 + i)^t_k) with t_k full unit-periods, counted back from the
 * payment, and f_k the rest of one; the rate is i x unit-periods per year, stated to 0.0001.
 *
 * <p>Solved like {@link ActuarialEquation}: the logarithm of the sum falls and is convex in i.
 */
final class RegulationZ {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_PER_MONTH = 30;
  private static final double DAYS_PER_YEAR = 365;
  private static final double WEEKS_PER_YEAR = 52;
  private static final int DAYS_PER_WEEK = 7;
  private static final int STEPS_MAX = 60;
  private static final double LAST_STEP = 1e-9;

  /** Thirty odd days are no whole unit-period. */
  private static final double LESS_THAN_ONE = 1 - 1e-9;

  private final LocalDate start;
  private final double[] paid;
  private final int[] full;
  private final double[] part;
  private final Frequency unit;
  private final double perYear;

  RegulationZ(PaymentFlows flows) {
    start = flows.terms.start();
    paid = flows.paid;
    full = new int[paid.length];
    part = new double[paid.length];
    unit = paid.length == 1 ? term(start, flows.due[0]) : unit(flows.terms);
    perYear =
        switch (unit.unit()) {
          case MONTH -> (double) MONTHS_PER_YEAR / unit.every();
          case WEEK -> WEEKS_PER_YEAR / unit.every();
          case DAY -> DAYS_PER_YEAR / unit.every();
        };
    for (int k = 0; k < paid.length; k++) {
      place(k, flows.due[k]);
    }
  }

  /**
   * The rate.
   *
   * @param force about the force of interest a year
   */
  double rate(double force) {
    double least = step(0);
    double rate = Math.max(least, Math.expm1(force / perYear));
    double change = Double.MAX_VALUE;
    for (int i = 0; i < STEPS_MAX && Math.abs(change) > LAST_STEP * (1 + rate); i++) {
      double next = Math.max(least, rate + step(rate));
      change = next - rate;
      rate = next;
    }
    return rate * perYear;
  }

  /** Newton's step on the logarithm of the sum. */
  private double step(double rate) {
    double worth = 0;
    double slope = 0;
    double whole = 1;
    int periods = 0;
    for (int k = 0; k < paid.length; k++) {
      for (; periods < full[k]; periods++) {
        whole /= 1 + rate;
      }
      double now = paid[k] * whole / (1 + part[k] * rate);
      worth += now;
      slope += now * (full[k] / (1 + rate) + part[k] / (1 + part[k] * rate));
    }
    return Math.log(worth) * worth / slope;
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

  /** Unit-periods from the start to a payment: full ones, and the rest by its days. */
  private void place(int k, LocalDate date) {
    long days = ChronoUnit.DAYS.between(start, date);
    long length = (long) unit.every() * (unit.unit() == Frequency.Unit.WEEK ? DAYS_PER_WEEK : 1);
    if (unit.unit() == Frequency.Unit.MONTH) {
      long months = ChronoUnit.MONTHS.between(start, date);
      if (!date.minusMonths(months + 1).isBefore(start)) {
        months++;
      }
      long odd = ChronoUnit.DAYS.between(start, date.minusMonths(months));
      days = months % unit.every() * DAYS_PER_MONTH + odd;
      length *= DAYS_PER_MONTH;
      full[k] = (int) (months / unit.every());
      part[k] = Math.min((double) days / length, LESS_THAN_ONE);
    } else {
      full[k] = (int) (days / length);
      part[k] = (double) (days % length) / length;
    }
  }
}
