package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Predicted against observed bad rates, in parts of equal size by predicted probability. */
public final class Reliability {

  private Reliability() {}

  /**
   * @param gapStandardErrors how far observed lies from predicted, in standard deviations of the
   *     count of bads if the probabilities were true
   */
  public record Bin(long rows, double predicted, double observed, double gapStandardErrors) {}

  public static List<Bin> of(double[] probabilities, int[] bad, int parts) {
    int[] order = Ranking.rising(probabilities);
    List<Bin> bins = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) order.length * part / parts);
      int to = (int) ((long) order.length * (part + 1) / parts);
      if (to > from) {
        bins.add(bin(probabilities, bad, Arrays.copyOfRange(order, from, to)));
      }
    }
    return bins;
  }

  private static Bin bin(double[] probabilities, int[] bad, int[] rows) {
    double expected = 0;
    double variance = 0;
    double observed = 0;
    for (int row : rows) {
      expected += probabilities[row];
      variance += probabilities[row] * (1 - probabilities[row]);
      observed += bad[row];
    }
    double errors = variance == 0 ? 0 : (observed - expected) / StrictMath.sqrt(variance);
    return new Bin(
        rows.length,
        Rounded.sixPlaces(expected / rows.length),
        Rounded.sixPlaces(observed / rows.length),
        Rounded.sixPlaces(errors));
  }
}
