package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a raw log odds into a probability that is true on average.
 *
 * @param slope Platt: {@code p = 1 / (1 + exp(-(intercept + slope * logOdds)))}
 * @param steps isotonic: upper ends of the steps in log odds, rising
 * @param probabilities isotonic: of each step, one more than the ends, never falling
 */
public record Calibration(
    Method method, double intercept, double slope, List<Double> steps, List<Double> probabilities) {

  private static final int ITERATIONS_MAX = 100;

  /** How raw odds become probabilities. */
  public enum Method {
    NONE,
    PLATT,
    ISOTONIC
  }

  public static final Calibration NONE = new Calibration(Method.NONE, 0, 1, List.of(), List.of());

  public Calibration {
    steps = List.copyOf(steps);
    probabilities = List.copyOf(probabilities);
    if (method == Method.ISOTONIC && probabilities.size() != steps.size() + 1) {
      throw new IllegalArgumentException("one probability more than steps");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (!(steps.get(i) > steps.get(i - 1)) || probabilities.get(i) < probabilities.get(i - 1)) {
        throw new IllegalArgumentException("steps must rise and probabilities never fall");
      }
    }
  }

  /** Logistic regression of the outcome on the log odds, with Platt's (1999) smoothed targets. */
  public static Calibration platt(double[] logOdds, int[] bad) {
    double bads = 0;
    for (int each : bad) {
      bads += each;
    }
    double goods = bad.length - bads;
    double high = (bads + 1) / (bads + 2);
    double low = 1 / (goods + 2);
    double a = StrictMath.log((bads + 1) / (goods + 1));
    double b = 0;
    for (int i = 0; i < ITERATIONS_MAX; i++) {
      double[] step = newton(logOdds, bad, high, low, a, b);
      a += step[0];
      b += step[1];
      if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-10) {
        break;
      }
    }
    return new Calibration(
        Method.PLATT, Rounded.sixPlaces(a), Rounded.sixPlaces(b), List.of(), List.of());
  }

  private static double[] newton(
      double[] x, int[] bad, double high, double low, double a, double b) {
    double g0 = 0;
    double g1 = 0;
    double h00 = 1e-9;
    double h01 = 0;
    double h11 = 1e-9;
    for (int i = 0; i < x.length; i++) {
      double p = sigmoid(a + b * x[i]);
      double miss = (bad[i] == 1 ? high : low) - p;
      double weight = p * (1 - p);
      g0 += miss;
      g1 += miss * x[i];
      h00 += weight;
      h01 += weight * x[i];
      h11 += weight * x[i] * x[i];
    }
    double determinant = h00 * h11 - h01 * h01;
    return new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant};
  }

  /** The non-falling steps closest to the outcomes: pool adjacent violators (Ayer et al. 1955). */
  public static Calibration isotonic(double[] logOdds, int[] bad) {
    List<double[]> pooled = new ArrayList<>();
    for (double[] block : blocks(logOdds, bad)) {
      double[] next = block;
      while (!pooled.isEmpty() && rate(pooled.get(pooled.size() - 1)) >= rate(next)) {
        double[] before = pooled.remove(pooled.size() - 1);
        next = new double[] {before[0] + next[0], before[1] + next[1], next[2]};
      }
      pooled.add(next);
    }
    List<Double> steps = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (int i = 0; i < pooled.size(); i++) {
      probabilities.add(Rounded.sixPlaces(rate(pooled.get(i))));
      if (i < pooled.size() - 1) {
        steps.add(pooled.get(i)[2]);
      }
    }
    return new Calibration(Method.ISOTONIC, 0, 1, steps, probabilities);
  }

  /** Bads, rows and log odds of each distinct log odds to six places, rising. */
  private static List<double[]> blocks(double[] logOdds, int[] bad) {
    List<double[]> blocks = new ArrayList<>();
    for (int row : Ranking.rising(logOdds)) {
      double at = Rounded.sixPlaces(logOdds[row]);
      double[] last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      if (last != null && last[2] == at) {
        last[0] += bad[row];
        last[1]++;
      } else {
        blocks.add(new double[] {bad[row], 1, at});
      }
    }
    return blocks;
  }

  private static double rate(double[] block) {
    return block[0] / block[1];
  }

  public double probability(double logOdds) {
    if (method != Method.ISOTONIC) {
      return sigmoid(method == Method.NONE ? logOdds : intercept + slope * logOdds);
    }
    double at = Rounded.sixPlaces(logOdds);
    int low = 0;
    int high = steps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle) < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return probabilities.get(low);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
