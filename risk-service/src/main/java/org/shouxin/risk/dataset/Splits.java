package org.shouxin.risk.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows to learn on and rows held back. */
public final class Splits {

  private Splits() {}

  /**
   * @param train rows in rising order
   * @param test rows in rising order
   */
  public record Split(int[] train, int[] test) {}

  /** Test rows drawn by seed, the same share of goods and of bads. */
  public static Split stratified(int[] bad, double testShare, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int label = 0; label <= 1; label++) {
      int[] rows = shuffled(bad, label, random);
      int tested = (int) Math.round(rows.length * testShare);
      for (int i = 0; i < rows.length; i++) {
        (i < tested ? test : train).add(rows[i]);
      }
    }
    return new Split(sorted(train), sorted(test));
  }

  /** Every row is tested once; each fold has the same share of goods and of bads. */
  public static List<Split> folds(int[] bad, int folds, long seed) {
    if (folds < 2 || folds > 50) {
      throw new DataRefused("FOLDS_IN_RANGE", "folds must be 2 to 50");
    }
    SplitMix64 random = new SplitMix64(seed);
    int[] foldOf = new int[bad.length];
    for (int label = 0; label <= 1; label++) {
      int[] rows = shuffled(bad, label, random);
      for (int i = 0; i < rows.length; i++) {
        foldOf[rows[i]] = i % folds;
      }
    }
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Integer> train = new ArrayList<>();
      List<Integer> test = new ArrayList<>();
      for (int row = 0; row < foldOf.length; row++) {
        (foldOf[row] == fold ? test : train).add(row);
      }
      splits.add(new Split(sorted(train), sorted(test)));
    }
    return splits;
  }

  /** The latest months are tested: whole months, at least the share of the rows asked for. */
  public static Split byTime(String[] periods, double testShare) {
    if (periods == null) {
      throw new DataRefused("DATA_HAS_PERIOD", "a split by time needs a period column");
    }
    List<String> months = Arrays.stream(periods).distinct().sorted().toList();
    if (months.size() < 2) {
      throw new DataRefused("DATA_PERIODS", "a split by time needs two months or more");
    }
    long tested = 0;
    int first = months.size();
    while (tested < periods.length * testShare && first > 1) {
      String month = months.get(--first);
      tested += Arrays.stream(periods).filter(month::equals).count();
    }
    String from = months.get(first);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int row = 0; row < periods.length; row++) {
      (periods[row].compareTo(from) >= 0 ? test : train).add(row);
    }
    return new Split(sorted(train), sorted(test));
  }

  private static int[] shuffled(int[] bad, int label, SplitMix64 random) {
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
}
