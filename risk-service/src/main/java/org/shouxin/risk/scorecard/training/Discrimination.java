package org.shouxin.risk.scorecard.training;

import java.util.TreeMap;

/**
 * How well a score tells goods from bads.
 *
 * @param auc chance that a good scores above a bad, ties counted half
 * @param ks largest distance between the two cumulative distributions
 */
record Discrimination(double auc, double ks) {

  /** Both classes must be present. */
  static Discrimination of(int[] scores, int[] bad) {
    TreeMap<Integer, long[]> byScore = new TreeMap<>();
    long goods = 0;
    long bads = 0;
    for (int i = 0; i < scores.length; i++) {
      byScore.computeIfAbsent(scores[i], any -> new long[2])[bad[i]]++;
      goods += 1 - bad[i];
      bads += bad[i];
    }
    double pairs = 0;
    double ks = 0;
    long goodsBelow = 0;
    long badsBelow = 0;
    for (long[] counts : byScore.values()) {
      pairs += counts[0] * (badsBelow + counts[1] / 2.0);
      goodsBelow += counts[0];
      badsBelow += counts[1];
      ks = Math.max(ks, Math.abs((double) badsBelow / bads - (double) goodsBelow / goods));
    }
    return new Discrimination(pairs / ((double) goods * bads), ks);
  }

  double gini() {
    return 2 * auc - 1;
  }
}
