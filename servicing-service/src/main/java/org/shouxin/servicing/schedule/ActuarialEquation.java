package org.shouxin.servicing.schedule;

/**
 * The force of interest at which what the borrower pays is worth what the borrower got.
 *
 * <p>Solved for d in: 1 = S(d) = sum of paid_k x exp(-d x t_k). The logarithm of S falls and is
 * convex in d. So Newton's steps on ln S rise to the solution from below and never pass it; from
 * above, the first one brings below. The solution lies between ln(total paid) / mean time of the
 * payments (Jensen's inequality) and ln(total paid) / time of the first one; steps stay there.
 *
 * <p>How fast: a step from below at least quarters ln S x |slope|, because (ln S) / (ln S before) +
 * slope / (slope before) is at most 1; less than thirty steps lead from the widest bracket within
 * fifty years to the end, two or three are usual. What a last step of c leaves is at most c squared
 * x half the time of the last payment, below 1e-12.
 *
 * <p>Doubles stand here for rates and ratios of amounts only.
 */
final class ActuarialEquation {

  private static final int STEPS_MAX = 40;
  private static final double LAST_STEP = 1e-7;

  private final double[] paid;
  private final int[] units;
  private final int[] days;
  private final double[] times;
  private final Discounts perUnit;
  private final Discounts perDay;

  /**
   * @param paid each payment as a ratio to what the borrower got, in the order of their dates
   * @param units when it is paid: whole units of time from the start
   * @param days days after those units, 1 / 365 of a year each
   * @param unit years that a unit lasts
   */
  ActuarialEquation(double[] paid, int[] units, int[] days, double unit) {
    this.paid = paid;
    this.units = units;
    this.days = days;
    times = new double[paid.length];
    for (int k = 0; k < times.length; k++) {
      times[k] = units[k] * unit + days[k] / AnnualCost.DAYS_PER_YEAR;
    }
    perUnit = new Discounts(unit, widestGap(units));
    perDay = new Discounts(1 / AnnualCost.DAYS_PER_YEAR, widestGap(days));
  }

  /**
   * The force of interest per year: (1 + rate of a year) = exp(force).
   *
   * @param guess where to begin; anything is good, a close one saves steps
   */
  double force(double guess) {
    double total = 0;
    double moment = 0;
    for (int k = 0; k < paid.length; k++) {
      total += paid[k];
      moment += paid[k] * times[k];
    }
    double least = Math.log(total) * total / moment;
    double most = Math.log(total) / times[0];
    double force = Math.max(least, Math.min(guess, most));
    double change = Double.MAX_VALUE;
    for (int i = 0; i < STEPS_MAX && Math.abs(change) > LAST_STEP; i++) {
      double next = Math.max(least, force + step(force));
      change = next - force;
      force = next;
    }
    return force;
  }

  /** Newton's step on ln S. */
  private double step(double force) {
    perUnit.at(force);
    perDay.at(force);
    double worth = 0;
    double moment = 0;
    double discount = 1;
    int unit = 0;
    int day = 0;
    for (int k = 0; k < paid.length; k++) {
      discount *= perUnit.over(units[k] - unit) * perDay.over(days[k] - day);
      unit = units[k];
      day = days[k];
      double now = paid[k] * discount;
      worth += now;
      moment += now * times[k];
    }
    return Math.log(worth) * worth / moment;
  }

  private static int widestGap(int[] at) {
    int widest = 0;
    int before = 0;
    for (int one : at) {
      widest = Math.max(widest, one - before);
      before = one;
    }
    return widest;
  }
}
