package org.shouxin.risk.scorecard.training;

import java.util.Arrays;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.SplitMix64;
import org.shouxin.risk.scorecard.card.CardScorer;

/**
 * Parcelling: a card learnt on the accepted rows scores the rejected ones; each tenth of the scores
 * gets the accepted rows' bad rate of that tenth, raised by a factor because the rejected are worse
 * than accepted of the same score, and as many of its rejected rows, drawn by seed, are called bad.
 */
public final class RejectInference {

  private static final int PARCELS = 10;

  private final CardScorer scorer;
  private final double factor;
  private final long seed;

  /**
   * @param factor of the accepted bad rate; 1 to 10
   */
  public RejectInference(CardScorer scorer, double factor, long seed) {
    if (!(factor >= 1 && factor <= 10)) {
      throw new DataRefused("PARCEL_FACTOR_IN_RANGE", "the factor must lie between 1 and 10");
    }
    this.scorer = scorer;
    this.factor = factor;
    this.seed = seed;
  }

  /**
   * The same rows with outcomes for the rejected ones, whose own labels are not looked at.
   *
   * @param rejected which rows were rejected
   */
  public Dataset label(Dataset data, boolean[] rejected) {
    int[] scores = new int[data.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = scorer.points(scorer.rows().at(data, row));
    }
    int[] accepted =
        Arrays.stream(data.all()).filter(row -> !rejected[row]).map(row -> scores[row]).toArray();
    if (accepted.length == 0) {
      throw new DataRefused("REJECTS_HAVE_ACCEPTED", "no accepted row to learn the rates from");
    }
    int[] edges = edges(accepted);
    double[] rate = rates(data, rejected, scores, edges);
    SplitMix64 random = new SplitMix64(seed);
    int[] labels = data.bad().clone();
    for (int row = 0; row < labels.length; row++) {
      if (rejected[row]) {
        labels[row] = random.nextDouble() < rate[parcel(edges, scores[row])] ? 1 : 0;
      }
    }
    return data.labelled(labels);
  }

  private static int[] edges(int[] accepted) {
    int[] sorted = accepted.clone();
    Arrays.sort(sorted);
    int[] edges = new int[PARCELS - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = sorted[Math.max(0, (int) ((long) sorted.length * (i + 1) / PARCELS) - 1)];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private double[] rates(Dataset data, boolean[] rejected, int[] scores, int[] edges) {
    double all = 0;
    double allBads = 0;
    double[] rows = new double[edges.length + 1];
    double[] bads = new double[edges.length + 1];
    for (int row = 0; row < scores.length; row++) {
      if (!rejected[row]) {
        int parcel = parcel(edges, scores[row]);
        rows[parcel]++;
        bads[parcel] += data.bad()[row];
        all++;
        allBads += data.bad()[row];
      }
    }
    double[] rates = new double[rows.length];
    for (int i = 0; i < rates.length; i++) {
      double rate = rows[i] == 0 ? allBads / all : bads[i] / rows[i];
      rates[i] = Math.min(1, factor * rate);
    }
    return rates;
  }

  private static int parcel(int[] edges, int score) {
    int at = Arrays.binarySearch(edges, score);
    return at >= 0 ? at : -at - 1;
  }
}
