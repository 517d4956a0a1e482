package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.List;

/** The ROC curve, thinned for a plot, and the standard error of the area under it. */
public final class Roc {

  private Roc() {}

  /** Share of goods and of bads at or above a risk. */
  public record Point(double goods, double bads) {}

  public static List<Point> of(double[] probabilities, int[] bad, int pointsMax) {
    int[] order = Ranking.rising(probabilities);
    double bads = 0;
    for (int each : bad) {
      bads += each;
    }
    double goods = bad.length - bads;
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    long goodsSeen = 0;
    long badsSeen = 0;
    int every = Math.max(1, order.length / pointsMax);
    for (int i = order.length - 1; i >= 0; i--) {
      badsSeen += bad[order[i]];
      goodsSeen += 1 - bad[order[i]];
      boolean tied = i > 0 && probabilities[order[i]] == probabilities[order[i - 1]];
      if (!tied && (i % every == 0 || i == 0)) {
        points.add(
            new Point(Rounded.sixPlaces(goodsSeen / goods), Rounded.sixPlaces(badsSeen / bads)));
      }
    }
    return points;
  }

  /** Hanley and McNeil (1982), formula 2. */
  public static double standardError(double auc, long goods, long bads) {
    double q1 = auc / (2 - auc);
    double q2 = 2 * auc * auc / (1 + auc);
    double variance =
        (auc * (1 - auc) + (bads - 1) * (q1 - auc * auc) + (goods - 1) * (q2 - auc * auc))
            / ((double) goods * bads);
    return StrictMath.sqrt(Math.max(0, variance));
  }
}
