package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a loan costs in a year, every flow and fee counted (综合年化成本).
 *
 * <p>Actuarial equation: principal = sum of total_k x (1 + i)^-k over the months k, solved for the
 * monthly i by Newton's method. Doubles stand here for rates only; amounts enter as ratios to the
 * principal. Stated to 0.0001 (0.01 percentage point), half up.
 *
 * @param nominal 12 x i, the figure that caps of price are compared with
 * @param effective (1 + i)^12 - 1
 */
public record AnnualCost(BigDecimal nominal, BigDecimal effective) {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DECIMALS = 4;
  private static final int STEPS_MAX = 100;
  private static final double TOLERANCE = 1e-13;

  public static AnnualCost of(Schedule schedule) {
    double monthly = monthlyRate(schedule);
    return new AnnualCost(
        stated(monthly * MONTHS_PER_YEAR), stated(Math.pow(1 + monthly, MONTHS_PER_YEAR) - 1));
  }

  private static BigDecimal stated(double rate) {
    return BigDecimal.valueOf(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static double monthlyRate(Schedule schedule) {
    List<ScheduleRow> rows = schedule.rows();
    int first = rows.size() == 1 ? schedule.terms().termMonths() : 1;
    double[] ratios = new double[rows.size()];
    double sum = 0;
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = (double) rows.get(k).totalMinor() / schedule.principalMinor();
      sum += ratios[k];
    }
    double rate = sum <= 1 ? 0 : (sum - 1) / (ratios.length + first);
    for (int step = 0; step < STEPS_MAX; step++) {
      double value = -1;
      double slope = 0;
      double discount = Math.pow(1 + rate, -first);
      for (int k = 0; k < ratios.length; k++) {
        value += ratios[k] * discount;
        slope -= (first + k) * ratios[k] * discount / (1 + rate);
        discount /= 1 + rate;
      }
      double change = value / slope;
      rate -= change;
      if (Math.abs(change) < TOLERANCE) {
        return rate;
      }
    }
    throw new ArithmeticException("annual cost does not converge");
  }
}
