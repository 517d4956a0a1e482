package org.shouxin.risk.validation;

import java.util.Arrays;

/**
 * How well a score tells goods from bads.
 *
 * @param auc chance that a good scores above a bad, ties counted half (Mann and Whitney)
 * @param ks largest distance between the two cumulative distributions (Kolmogorov and Smirnov)
 */
public record Discrimination(double auc, double ks) {

  /** Whole points, the higher the safer. Both classes must be present. */
  public static Discrimination of(int[] scores, int[] bad) {
    return of(Arrays.stream(scores).asDoubleStream().toArray(), bad);
  }

  /** The higher the safer. Both classes must be present. */
  public static Discrimination of(double[] scores, int[] bad) {
    int[] order = Ranking.rising(scores);
    long bads = Arrays.stream(bad).sum();
    long goods = bad.length - bads;
    double pairs = 0;
    double ks = 0;
    long goodsBelow = 0;
    long badsBelow = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      long badsHere = 0;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        badsHere += bad[order[to++]];
      }
      long goodsHere = to - from - badsHere;
      pairs += goodsHere * (badsBelow + badsHere / 2.0);
      goodsBelow += goodsHere;
      badsBelow += badsHere;
      ks = Math.max(ks, Math.abs((double) badsBelow / bads - (double) goodsBelow / goods));
      from = to;
    }
    return new Discrimination(pairs / ((double) goods * bads), ks);
  }

  /** Of probabilities of turning bad, the higher the riskier. */
  public static Discrimination ofProbabilities(double[] probabilities, int[] bad) {
    return of(Arrays.stream(probabilities).map(each -> -each).toArray(), bad);
  }

  public double gini() {
    return 2 * auc - 1;
  }
}
