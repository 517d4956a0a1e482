package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gains table: rows by risk, the riskiest first, and how many of the bads are caught by then. */
public final class Gains {

  private Gains() {}

  /**
   * @param capturedBads share of all bads in this part and those before
   * @param capturedGoods share of all goods likewise
   * @param lift bad rate so far over the bad rate of all
   */
  public record Part(
      long rows,
      long bads,
      double from,
      double to,
      double badRate,
      double capturedBads,
      double capturedGoods,
      double lift) {}

  public static List<Part> of(double[] probabilities, int[] bad, int parts) {
    int[] order = Ranking.rising(probabilities);
    double allBads = Arrays.stream(bad).sum();
    List<Part> table = new ArrayList<>();
    long badsSoFar = 0;
    for (int part = parts; part > 0; part--) {
      int from = (int) ((long) order.length * (part - 1) / parts);
      int to = (int) ((long) order.length * part / parts);
      if (to > from) {
        long bads = Arrays.stream(order, from, to).map(row -> bad[row]).sum();
        badsSoFar += bads;
        long rowsSoFar = order.length - from;
        table.add(
            new Part(
                to - from,
                bads,
                Rounded.sixPlaces(probabilities[order[from]]),
                Rounded.sixPlaces(probabilities[order[to - 1]]),
                Rounded.sixPlaces((double) bads / (to - from)),
                Rounded.sixPlaces(badsSoFar / allBads),
                Rounded.sixPlaces((rowsSoFar - badsSoFar) / (bad.length - allBads)),
                Rounded.sixPlaces(badsSoFar / (double) rowsSoFar / (allBads / bad.length))));
      }
    }
    return table;
  }
}
