package org.shouxin.risk.dataset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.risk.dataset.ColumnSpec.Kind;

/**
 * Rows to learn from.
 *
 * @param sha256 of the file's bytes as given
 * @param features in the schema's order
 * @param bad 1 = the row turned bad
 * @param traits protected traits as written, measured and never scored on
 * @param periods the month of each row, null when the file names none
 * @param notes columns that were ignored
 */
public record Dataset(
    String sha256,
    List<Column> features,
    int[] bad,
    Map<String, String[]> traits,
    String[] periods,
    List<String> notes) {

  /** Rows a training run reads at most. */
  public static final int ROWS_MAX = 2_000_000;

  public Dataset {
    features = List.copyOf(features);
    notes = List.copyOf(notes);
    traits = new LinkedHashMap<>(traits);
  }

  public int rows() {
    return bad.length;
  }

  public long bads() {
    return Arrays.stream(bad).sum();
  }

  public int[] all() {
    int[] rows = new int[rows()];
    Arrays.setAll(rows, row -> row);
    return rows;
  }

  public int[] bad(int[] rows) {
    return Arrays.stream(rows).map(row -> bad[row]).toArray();
  }

  /** Null when there is none of that name. */
  public Column feature(String name) {
    return features.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  /** The rows as their own set, in the order given. */
  public Dataset subset(int[] rows) {
    Map<String, String[]> some = new LinkedHashMap<>();
    traits.forEach((trait, values) -> some.put(trait, pick(values, rows)));
    return new Dataset(
        sha256,
        features.stream().map(each -> each.rows(rows)).toList(),
        bad(rows),
        some,
        periods == null ? null : pick(periods, rows),
        notes);
  }

  /** The same rows with other outcomes, as reject inference gives them. */
  public Dataset labelled(int[] otherBad) {
    return new Dataset(sha256, features, otherBad, traits, periods, notes);
  }

  /** One row as a single request would bring it: texts by name, missing left out. */
  public Map<String, String> texts(int row) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Column column : features) {
      if (!column.isMissing(row)) {
        texts.put(
            column.name(),
            column.spec().kind() == Kind.NUMERIC
                ? BigDecimal.valueOf(column.number(row)).toPlainString()
                : column.level(row));
      }
    }
    return texts;
  }

  private static String[] pick(String[] values, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> values[row]).toArray(String[]::new);
  }
}
