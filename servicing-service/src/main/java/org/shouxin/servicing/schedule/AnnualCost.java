package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
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

  static final double DAYS_PER_YEAR = 365;

  private static final int DECIMALS = 4;
  private static final double PER_UNIT = 10_000;
  private static final int MONTHS_PER_YEAR = 12;

  /** So near to a half counts as one: what the calculation may be wrong by. */
  private static final double NEAR = 1e-8;

  /** Beyond it doubles no longer hold a cost to 0.0001. */
  private static final double COST_MAX = 1e8;

  public static AnnualCost of(Schedule schedule) {
    return new PaymentFlows(schedule).cost();
  }

  /**
   * The internal rate of return of the flows on their real dates: the same equation with t_k = days
   * / 365, stated to 0.0001.
   */
  public static BigDecimal byDates(Schedule schedule) {
    return new PaymentFlows(schedule).byDates();
  }

  /** The nominal rate of US disclosures, {@link RegulationZ}. */
  public static BigDecimal regulationZ(Schedule schedule) {
    return new PaymentFlows(schedule).regulationZ();
  }

  /** Both figures from the force of interest a year. */
  static AnnualCost ofForce(double force, String field) {
    return new AnnualCost(
        stated(MONTHS_PER_YEAR * Math.expm1(force / MONTHS_PER_YEAR), field),
        stated(Math.expm1(force), field));
  }

  /**
   * A rate to 0.0001, half up.
   *
   * @param field is named when the rate is too high to be stated
   */
  static BigDecimal stated(double rate, String field) {
    if (rate > COST_MAX) {
      throw Invalid.field(field, "COST_RANGE", "the loan costs more than can be stated");
    }
    return BigDecimal.valueOf((long) Math.floor(rate * PER_UNIT + 0.5 + NEAR), DECIMALS);
  }
}
