package org.shouxin.risk.validation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Population stability: {@code PSI = sum((a_i - e_i) ln(a_i / e_i))} over bins, e the shares when
 * the model was made and a the shares now, each count raised by one half so that an empty bin stays
 * finite. Under 0.10 is stable, from 0.10 shifting, from 0.25 shifted: the industry's rule of thumb
 * (Siddiqi 2006). Of a score it is the PSI, of a single characteristic the CSI.
 */
public final class Stability {

  public static final double SHIFTING_FROM = 0.10;
  public static final double SHIFTED_FROM = 0.25;
  private static final int PARTS = 10;

  private Stability() {}

  /** What an index says. */
  public enum Verdict {
    STABLE,
    SHIFTING,
    SHIFTED;

    public static Verdict of(double psi) {
      if (psi >= SHIFTED_FROM) {
        return SHIFTED;
      }
      return psi >= SHIFTING_FROM ? SHIFTING : STABLE;
    }
  }

  /** Of counts by bin, both in the same order. */
  public static double index(long[] expected, long[] actual) {
    double expectedAll = Arrays.stream(expected).sum() + expected.length / 2.0;
    double actualAll = Arrays.stream(actual).sum() + actual.length / 2.0;
    double psi = 0;
    for (int i = 0; i < expected.length; i++) {
      double e = (expected[i] + 0.5) / expectedAll;
      double a = (actual[i] + 0.5) / actualAll;
      psi += (a - e) * StrictMath.log(a / e);
    }
    return psi;
  }

  /** Of numbers, cut at the tenths of the expected ones; NaN, a missing value, is its own bin. */
  public static double ofNumbers(double[] expected, double[] actual) {
    double[] sorted = Arrays.stream(expected).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double[] edges = new double[sorted.length == 0 ? 0 : PARTS - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = sorted[Math.max(0, (int) ((long) sorted.length * (i + 1) / PARTS) - 1)];
    }
    double[] distinct = Arrays.stream(edges).distinct().toArray();
    return index(counts(expected, distinct), counts(actual, distinct));
  }

  private static long[] counts(double[] values, double[] edges) {
    long[] counts = new long[edges.length + 2];
    for (double value : values) {
      if (Double.isNaN(value)) {
        counts[edges.length + 1]++;
      } else {
        int at = Arrays.binarySearch(edges, value);
        counts[at >= 0 ? at : -at - 1]++;
      }
    }
    return counts;
  }

  /** Of levels; null is missing, and a level of one side only counts on both. */
  public static double ofLevels(String[] expected, String[] actual) {
    TreeSet<String> levels = new TreeSet<>();
    for (String[] side : new String[][] {expected, actual}) {
      for (String level : side) {
        levels.add(name(level));
      }
    }
    Map<String, Integer> at = new LinkedHashMap<>();
    levels.forEach(level -> at.put(level, at.size()));
    return index(counts(expected, at), counts(actual, at));
  }

  private static long[] counts(String[] values, Map<String, Integer> at) {
    long[] counts = new long[at.size()];
    for (String value : values) {
      counts[at.get(name(value))]++;
    }
    return counts;
  }

  private static String name(String level) {
    return level == null ? "missing" : "level " + level;
  }
}
