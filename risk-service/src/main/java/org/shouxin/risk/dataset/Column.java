package org.shouxin.risk.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * A feature's values over all rows. Numbers: NaN is missing. Levels: a code into {@link #levels},
 * -1 is missing.
 */
public final class Column {

  private final ColumnSpec spec;
  private final double[] numbers;
  private final int[] codes;
  private final List<String> levels;

  private Column(ColumnSpec spec, double[] numbers, int[] codes, List<String> levels) {
    this.spec = spec;
    this.numbers = numbers;
    this.codes = codes;
    this.levels = levels;
  }

  public static Column ofNumbers(ColumnSpec spec, double[] numbers) {
    return new Column(spec, numbers, null, List.of());
  }

  public static Column ofLevels(ColumnSpec spec, int[] codes, List<String> levels) {
    return new Column(spec, null, codes, List.copyOf(levels));
  }

  public ColumnSpec spec() {
    return spec;
  }

  public String name() {
    return spec.name();
  }

  public boolean isNumeric() {
    return spec.kind() == ColumnSpec.Kind.NUMERIC;
  }

  public List<String> levels() {
    return levels;
  }

  public double number(int row) {
    return numbers[row];
  }

  /** -1 for a missing level. */
  public int code(int row) {
    return codes[row];
  }

  /** Null for a missing level. */
  public String level(int row) {
    return codes[row] < 0 ? null : levels.get(codes[row]);
  }

  public boolean isMissing(int row) {
    return isNumeric() ? Double.isNaN(numbers[row]) : codes[row] < 0;
  }

  Column rows(int[] rows) {
    return isNumeric()
        ? ofNumbers(spec, Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray())
        : ofLevels(spec, Arrays.stream(rows).map(row -> codes[row]).toArray(), levels);
  }
}
