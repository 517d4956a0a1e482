package org.shouxin.risk.validation;

import java.util.Arrays;
import java.util.Comparator;

/** Rows in the order of a figure. */
final class Ranking {

  private Ranking() {}

  /** Indices from the smallest value to the largest; equal values keep their order. */
  static int[] rising(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
