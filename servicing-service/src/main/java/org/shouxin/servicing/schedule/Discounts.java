package org.shouxin.servicing.schedule;

/**
 * What one is worth so many steps of time earlier: exp(-force x length x steps), for short
 * distances by multiplication.
 */
final class Discounts {

  /** Due dates are seldom further apart than the days of a month. */
  private static final int TABLE_MAX = 31;

  private final double length;
  private final double[] table;
  private double force;

  /**
   * @param length of a step, in the unit of the force
   * @param widest distance that will be asked for, in steps
   */
  Discounts(double length, int widest) {
    this.length = length;
    table = new double[Math.min(widest, TABLE_MAX) + 1];
    table[0] = 1;
  }

  /** Prepares for a force of interest. */
  void at(double newForce) {
    force = newForce;
    if (table.length > 1) {
      double one = Math.exp(-force * length);
      for (int i = 1; i < table.length; i++) {
        table[i] = table[i - 1] * one;
      }
    }
  }

  double over(int steps) {
    return steps >= 0 && steps < table.length ? table[steps] : Math.exp(-force * length * steps);
  }
}
