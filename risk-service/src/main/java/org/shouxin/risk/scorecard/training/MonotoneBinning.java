package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shouxin.risk.scorecard.card.Breaks;
import org.shouxin.risk.scorecard.card.TrainingReport.Settings;
import org.shouxin.risk.validation.Rounded;

/**
 * Cuts a numeric feature into bins whose smoothed odds of bad only rise or only fall; the raw bad
 * rate may wobble where a bin holds few bads, the weight of evidence and the points do not.
 *
 * <p>Fine bins by quantile, then neighbours are pooled until the odds are monotone (pool adjacent
 * violators, both directions tried, the one that keeps more information value wins), each bin holds
 * its minimum share of the rows, and there are no more than the wanted number of bins (each time
 * the pair whose pooling costs the least information value).
 */
final class MonotoneBinning {

  private final Settings settings;

  MonotoneBinning(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param edges upper ends of all bins but the last
   * @param counts goods and bads of each bin
   */
  record Binned(double[] edges, List<Counts> counts) {}

  record Grouped(int[] sizes, List<Counts> counts) {}

  record Counts(long goods, long bads) {

    long rows() {
      return goods + bads;
    }

    Counts plus(Counts other) {
      return new Counts(goods + other.goods, bads + other.bads);
    }

    /** Bad:good odds as the weight of evidence sees them. */
    double odds(double smoothing) {
      return (bads + smoothing) / (goods + smoothing);
    }
  }

  /** Bins over present values; both arrays run over the same rows. */
  Binned bin(double[] values, int[] bad) {
    double[] edges = fineEdges(values);
    List<Bin> fine = count(values, bad, edges);
    List<Bin> rising = reduce(pool(fine, 1), 1);
    List<Bin> falling = reduce(pool(fine, -1), -1);
    List<Bin> best = informationValue(rising) >= informationValue(falling) ? rising : falling;
    double[] kept = new double[best.size() - 1];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = best.get(i).upper;
    }
    return new Binned(kept, best.stream().map(Bin::counts).toList());
  }

  /**
   * Bins over levels already in rising order of their odds.
   *
   * @return for each bin the number of levels in it, and its counts
   */
  Grouped group(List<Counts> ordered) {
    List<Bin> fine = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      fine.add(new Bin(i, ordered.get(i)));
    }
    List<Bin> bins = reduce(pool(fine, 1), 1);
    int[] sizes = new int[bins.size()];
    int before = -1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (int) bins.get(i).upper - before;
      before = (int) bins.get(i).upper;
    }
    return new Grouped(sizes, bins.stream().map(Bin::counts).toList());
  }

  private double[] fineEdges(double[] values) {
    double[] sorted = Arrays.stream(values).map(Rounded::sixPlaces).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= settings.fineBinsMax()) {
      return Arrays.copyOf(distinct, distinct.length - 1);
    }
    double[] edges = new double[settings.fineBinsMax() - 1];
    for (int i = 0; i < edges.length; i++) {
      int at = (int) ((long) sorted.length * (i + 1) / settings.fineBinsMax());
      edges[i] = sorted[Math.max(0, at - 1)];
    }
    double last = sorted[sorted.length - 1];
    return Arrays.stream(edges).distinct().filter(edge -> edge < last).toArray();
  }

  private static List<Bin> count(double[] values, int[] bad, double[] edges) {
    long[] goods = new long[edges.length + 1];
    long[] bads = new long[edges.length + 1];
    for (int i = 0; i < values.length; i++) {
      int at = Breaks.binOf(edges, values[i]);
      goods[at] += 1 - bad[i];
      bads[at] += bad[i];
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i <= edges.length; i++) {
      double upper = i < edges.length ? edges[i] : Double.POSITIVE_INFINITY;
      bins.add(new Bin(upper, new Counts(goods[i], bads[i])));
    }
    return bins;
  }

  /** Direction 1: odds of bad must rise with the value; -1: must fall. */
  private List<Bin> pool(List<Bin> fine, int direction) {
    List<Bin> pooled = new ArrayList<>();
    for (Bin bin : fine) {
      Bin next = bin;
      while (!pooled.isEmpty() && violates(pooled.get(pooled.size() - 1), next, direction)) {
        next = pooled.remove(pooled.size() - 1).plus(next);
      }
      pooled.add(next);
    }
    return pooled;
  }

  private boolean violates(Bin left, Bin right, int direction) {
    if (left.counts.rows() == 0 || right.counts.rows() == 0) {
      return true;
    }
    double smoothing = settings.smoothing();
    return Double.compare(left.counts.odds(smoothing), right.counts.odds(smoothing)) * direction
        >= 0;
  }

  private List<Bin> reduce(List<Bin> monotone, int direction) {
    List<Bin> bins = new ArrayList<>(monotone);
    long rows = bins.stream().mapToLong(bin -> bin.counts.rows()).sum();
    long rowsMin = Math.max(1, Math.round(rows * settings.binShareMin()));
    for (int small = smallerThan(rowsMin, bins);
        small >= 0 && bins.size() > 1;
        small = smallerThan(rowsMin, bins)) {
      mergeAt(bins, cheaperNeighbour(bins, small));
    }
    while (bins.size() > settings.binsMax()) {
      int cheapest = 0;
      for (int i = 1; i < bins.size() - 1; i++) {
        cheapest = mergeCost(bins, i) < mergeCost(bins, cheapest) ? i : cheapest;
      }
      mergeAt(bins, cheapest);
    }
    return pool(bins, direction);
  }

  private static int smallerThan(long rowsMin, List<Bin> bins) {
    for (int i = 0; i < bins.size(); i++) {
      if (bins.get(i).counts.rows() < rowsMin) {
        return i;
      }
    }
    return -1;
  }

  private int cheaperNeighbour(List<Bin> bins, int small) {
    if (small == 0) {
      return 0;
    }
    if (small == bins.size() - 1) {
      return small - 1;
    }
    return mergeCost(bins, small - 1) <= mergeCost(bins, small) ? small - 1 : small;
  }

  private double mergeCost(List<Bin> bins, int left) {
    List<Bin> merged = new ArrayList<>(bins);
    mergeAt(merged, left);
    return informationValue(bins) - informationValue(merged);
  }

  private static void mergeAt(List<Bin> bins, int left) {
    bins.set(left, bins.get(left).plus(bins.remove(left + 1)));
  }

  private double informationValue(List<Bin> bins) {
    return Evidence.of(bins.stream().map(Bin::counts).toList(), settings.smoothing())
        .informationValue();
  }

  private record Bin(double upper, Counts counts) {

    Bin plus(Bin right) {
      return new Bin(right.upper, counts.plus(right.counts));
    }
  }
}
