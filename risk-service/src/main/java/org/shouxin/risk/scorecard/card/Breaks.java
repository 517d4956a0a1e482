package org.shouxin.risk.scorecard.card;

/** Search in rising bin edges; an edge belongs to the bin below it. */
public final class Breaks {

  private Breaks() {}

  /** Number of edges smaller than the value: the index of its bin. */
  public static int binOf(double[] edges, double value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
