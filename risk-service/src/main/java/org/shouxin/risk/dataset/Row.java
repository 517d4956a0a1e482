package org.shouxin.risk.dataset;

/** One row as a model sees it, in the order of the model's own features. */
public final class Row {

  private final double[] numbers;
  private final String[] levels;

  Row(double[] numbers, String[] levels) {
    this.numbers = numbers;
    this.levels = levels;
  }

  /** NaN for a missing number. */
  public double number(int slot) {
    return numbers[slot];
  }

  /** Null for a missing level. */
  public String level(int slot) {
    return levels[slot];
  }
}
