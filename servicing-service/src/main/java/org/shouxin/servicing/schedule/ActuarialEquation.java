package org.shouxin.servicing.schedule;

/**
 * The rate at which what the borrower pays is worth what the borrower got.
 *
 * <p>Solved for the force of interest d in: got = sum of paid_k x exp(-d x t_k). The sum falls and
 * is convex, and ln(total paid / got) / (mean time of the payments) never lies above the solution
 * (Jensen's inequality), so that Newton's steps from there rise to it and never pass it. Doubles
 * stand here for rates and ratios of amounts only.
 */
final class ActuarialEquation {

  private static final int STEPS_MAX = 200;
  private static final double TOLERANCE = 1e-13;

  private final double[] paid;
  private final double[] times;
  private final double step;

  /**
   * @param paid each payment as a ratio to what the borrower got
   * @param times when it is paid, in any unit
   * @param step the distance of all times when they are equal, otherwise 0
   */
  ActuarialEquation(double[] paid, double[] times, double step) {
    this.paid = paid;
    this.times = times;
    this.step = step;
  }

  /** The force of interest per unit of time: (1 + rate of one unit) = exp(force). */
  double force() {
    double total = 0;
    double moment = 0;
    for (int k = 0; k < paid.length; k++) {
      total += paid[k];
      moment += paid[k] * times[k];
    }
    double force = Math.log(total) * total / moment;
    for (int i = 0; i < STEPS_MAX; i++) {
      double change = newton(force);
      force += change;
      if (Math.abs(change) < TOLERANCE * Math.max(1, Math.abs(force))) {
        return force;
      }
    }
    throw new ArithmeticException("annual cost does not converge");
  }

  private double newton(double force) {
    double value = -1;
    double slope = 0;
    double discount = Math.exp(-force * times[0]);
    double ratio = Math.exp(-force * step);
    for (int k = 0; k < paid.length; k++) {
      if (step == 0) {
        discount = Math.exp(-force * times[k]);
      }
      double worth = paid[k] * discount;
      value += worth;
      slope += times[k] * worth;
      discount *= ratio;
    }
    return value / slope;
  }
}
