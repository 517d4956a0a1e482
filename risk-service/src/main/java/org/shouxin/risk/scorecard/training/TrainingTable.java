package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.risk.scorecard.model.Feature;
import org.shouxin.risk.scorecard.model.FeatureVector;

/**
 * Rows to learn from.
 *
 * @param columns one column per {@link Feature}, in its order; NaN is a missing value
 * @param bad 1 = the row turned bad
 * @param traits protected traits as written, measured and never scored on
 * @param notes columns that were ignored
 */
public record TrainingTable(
    String sha256,
    double[][] columns,
    int[] bad,
    Map<String, String[]> traits,
    List<String> notes) {

  /** Rows a training run reads at most. */
  public static final int ROWS_MAX = 2_000_000;

  public TrainingTable {
    notes = List.copyOf(notes);
    traits = new LinkedHashMap<>(traits);
  }

  public int rows() {
    return bad.length;
  }

  public FeatureVector row(int row) {
    double[] values = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = columns[i][row];
    }
    return FeatureVector.ofColumns(values);
  }

  double[] column(Feature feature) {
    return columns[feature.ordinal()];
  }

  long bads() {
    return Arrays.stream(bad).sum();
  }

  /** Test rows drawn by seed, the same share of goods and of bads. */
  Split split(double testShare, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int label = 0; label <= 1; label++) {
      int[] rows = shuffled(label, random);
      int tested = (int) Math.round(rows.length * testShare);
      for (int i = 0; i < rows.length; i++) {
        (i < tested ? test : train).add(rows[i]);
      }
    }
    return new Split(sorted(train), sorted(test));
  }

  private int[] shuffled(int label, SplitMix64 random) {
    int[] rows = new int[(int) Arrays.stream(bad).filter(each -> each == label).count()];
    int next = 0;
    for (int i = 0; i < bad.length; i++) {
      if (bad[i] == label) {
        rows[next++] = i;
      }
    }
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = rows[i];
      rows[i] = rows[j];
      rows[j] = swap;
    }
    return rows;
  }

  private static int[] sorted(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  record Split(int[] train, int[] test) {}
}
