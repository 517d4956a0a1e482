package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shouxin.risk.dataset.Column;
import org.shouxin.risk.scorecard.card.TrainingReport.Settings;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Binned;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Counts;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Grouped;

/**
 * A column cut into bins on some rows, with the goods and bads of each.
 *
 * @param edges of a numeric column
 * @param levels of a categorical column, by bin, from the safest to the riskiest
 * @param counts of the ordinary bins; one empty bin when no row had an ordinary value
 * @param binOfCode the bin of each level's code, -1 for a level these rows do not have
 */
record ColumnBins(
    double[] edges,
    List<List<String>> levels,
    List<Counts> counts,
    List<Special> special,
    Counts missing,
    int[] binOfCode) {

  record Special(double value, Counts counts) {}

  static ColumnBins of(Column column, int[] bad, int[] rows, Settings settings) {
    Counts missing = counts(bad, rows, column::isMissing);
    int[] present = Arrays.stream(rows).filter(row -> !column.isMissing(row)).toArray();
    return column.isNumeric()
        ? numeric(column, bad, present, missing, settings)
        : categorical(column, bad, present, missing, settings);
  }

  private static ColumnBins numeric(
      Column column, int[] bad, int[] present, Counts missing, Settings settings) {
    List<Double> values = column.spec().special();
    List<Special> special =
        values.stream()
            .map(each -> new Special(each, counts(bad, present, r -> column.number(r) == each)))
            .toList();
    int[] ordinary =
        Arrays.stream(present).filter(row -> !values.contains(column.number(row))).toArray();
    if (ordinary.length == 0) {
      return new ColumnBins(
          new double[0], List.of(), List.of(new Counts(0, 0)), special, missing, new int[0]);
    }
    Binned binned =
        new MonotoneBinning(settings)
            .bin(
                Arrays.stream(ordinary).mapToDouble(column::number).toArray(),
                Arrays.stream(ordinary).map(row -> bad[row]).toArray());
    return new ColumnBins(binned.edges(), List.of(), binned.counts(), special, missing, new int[0]);
  }

  private static ColumnBins categorical(
      Column column, int[] bad, int[] present, Counts missing, Settings settings) {
    int size = column.levels().size();
    long[][] byCode = new long[size][2];
    for (int row : present) {
      byCode[column.code(row)][bad[row]]++;
    }
    List<Integer> order =
        IntStream.range(0, size)
            .boxed()
            .filter(code -> byCode[code][0] + byCode[code][1] > 0)
            .sorted(
                Comparator.<Integer>comparingDouble(
                        code -> count(byCode, code).odds(settings.smoothing()))
                    .thenComparing(column.levels()::get))
            .toList();
    int[] binOfCode = new int[size];
    Arrays.fill(binOfCode, -1);
    if (order.isEmpty()) {
      return new ColumnBins(
          new double[0],
          List.of(List.of()),
          List.of(new Counts(0, 0)),
          List.of(),
          missing,
          binOfCode);
    }
    Grouped grouped =
        new MonotoneBinning(settings).group(order.stream().map(c -> count(byCode, c)).toList());
    List<List<String>> levels = new ArrayList<>();
    int next = 0;
    for (int bin = 0; bin < grouped.sizes().length; bin++) {
      List<Integer> codes = order.subList(next, next + grouped.sizes()[bin]);
      for (int code : codes) {
        binOfCode[code] = bin;
      }
      levels.add(codes.stream().map(column.levels()::get).sorted().toList());
      next += codes.size();
    }
    return new ColumnBins(new double[0], levels, grouped.counts(), List.of(), missing, binOfCode);
  }

  private static Counts count(long[][] byCode, int code) {
    return new Counts(byCode[code][0], byCode[code][1]);
  }

  private static Counts counts(int[] bad, int[] rows, IntPredicate of) {
    long all = Arrays.stream(rows).filter(of).count();
    long bads = Arrays.stream(rows).filter(of).map(row -> bad[row]).sum();
    return new Counts(all - bads, bads);
  }
}
