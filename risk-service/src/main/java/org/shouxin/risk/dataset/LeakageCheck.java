package org.shouxin.risk.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for columns that know the outcome: near-perfect predictors, values present only once the
 * outcome is known, and names of things that happen only afterwards. Suspects are named; the run
 * stops unless they are ignored or accepted by name.
 */
public final class LeakageCheck {

  /** Area under the curve of one column alone above which it is too good to be true. */
  public static final double AREA_MAX = 0.95;

  /** Share of the bads a value must cover, almost without a good, to be suspect. */
  private static final double COVERED_MIN = 0.25;

  /** Distance of the two classes' shares of present values above which presence tells. */
  private static final double PRESENCE_MAX = 0.6;

  private static final double PURE = 0.98;
  private static final int ROWS_MIN = 100;
  private static final Set<String> AFTERWARDS =
      Set.of(
          "outcome",
          "recovered",
          "recovery",
          "recoveries",
          "writeoff",
          "chargeoff",
          "collection",
          "collections",
          "settlement",
          "lawsuit",
          "litigation");

  private LeakageCheck() {}

  /** Why a column is suspected. */
  public enum Ground {
    NEAR_PERFECT,
    PURE_VALUE,
    PRESENT_AFTER_OUTCOME,
    NAMED_AFTER_OUTCOME
  }

  /**
   * @param figure area under the curve, share of the bads covered, or distance of the presence;
   *     absent for a name
   */
  public record Suspect(String column, Ground ground, Double figure) {}

  public static List<Suspect> of(Dataset data) {
    List<Suspect> suspects = new ArrayList<>();
    for (Column column : data.features()) {
      if (namedAfterOutcome(column.name())) {
        suspects.add(new Suspect(column.name(), Ground.NAMED_AFTER_OUTCOME, null));
      }
      if (data.rows() >= ROWS_MIN && data.bads() > 0 && data.bads() < data.rows()) {
        suspects.addAll(measured(column, data));
      }
    }
    return suspects;
  }

  private static boolean namedAfterOutcome(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("write_off", "writeoff");
    return Arrays.stream(plain.replace("charge_off", "chargeoff").split("[^a-z]+"))
        .anyMatch(AFTERWARDS::contains);
  }

  private static List<Suspect> measured(Column column, Dataset data) {
    List<Suspect> found = new ArrayList<>();
    double presence = presence(column, data);
    if (presence > PRESENCE_MAX) {
      found.add(new Suspect(column.name(), Ground.PRESENT_AFTER_OUTCOME, presence));
    }
    double area = column.isNumeric() ? area(column, data) : levelArea(column, data);
    if (Math.max(area, 1 - area) > AREA_MAX) {
      found.add(new Suspect(column.name(), Ground.NEAR_PERFECT, Math.max(area, 1 - area)));
    } else {
      double covered = column.isNumeric() ? 0 : covered(column, data);
      if (covered > COVERED_MIN) {
        found.add(new Suspect(column.name(), Ground.PURE_VALUE, covered));
      }
    }
    return found;
  }

  private static double presence(Column column, Dataset data) {
    double goods = 0;
    double bads = 0;
    for (int row = 0; row < data.rows(); row++) {
      if (!column.isMissing(row)) {
        goods += 1 - data.bad()[row];
        bads += data.bad()[row];
      }
    }
    return Math.abs(bads / data.bads() - goods / (data.rows() - data.bads()));
  }

  private static double area(Column column, Dataset data) {
    int[] present = present(column, data);
    double[] values = Arrays.stream(present).mapToDouble(column::number).toArray();
    return area(values, data.bad(present));
  }

  private static double levelArea(Column column, Dataset data) {
    double[] rate = rates(column, data);
    int[] present = present(column, data);
    double[] values = Arrays.stream(present).mapToDouble(row -> rate[column.code(row)]).toArray();
    // many small levels would learn their own rows by heart
    return column.levels().size() * 20 > present.length ? 0.5 : area(values, data.bad(present));
  }

  private static double covered(Column column, Dataset data) {
    long[][] counts = counts(column, data);
    long pure =
        Arrays.stream(counts)
            .filter(each -> each[1] >= PURE * (each[0] + each[1]) && each[1] >= 20)
            .mapToLong(each -> each[1])
            .sum();
    return (double) pure / data.bads();
  }

  private static double[] rates(Column column, Dataset data) {
    return Arrays.stream(counts(column, data))
        .mapToDouble(each -> each[1] / Math.max(1.0, each[0] + each[1]))
        .toArray();
  }

  private static long[][] counts(Column column, Dataset data) {
    long[][] counts = new long[column.levels().size()][2];
    for (int row = 0; row < data.rows(); row++) {
      if (!column.isMissing(row)) {
        counts[column.code(row)][data.bad()[row]]++;
      }
    }
    return counts;
  }

  private static int[] present(Column column, Dataset data) {
    return IntStream.range(0, data.rows()).filter(row -> !column.isMissing(row)).toArray();
  }

  /** Chance that a bad has the larger value, ties half; one half when a class is absent. */
  private static double area(double[] values, int[] bad) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double goodsBelow = 0;
    double pairs = 0;
    double bads = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double badsHere = 0;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        badsHere += bad[order[to++]];
      }
      double goodsHere = to - from - badsHere;
      pairs += badsHere * (goodsBelow + goodsHere / 2);
      goodsBelow += goodsHere;
      bads += badsHere;
      from = to;
    }
    return bads == 0 || goodsBelow == 0 ? 0.5 : pairs / (bads * goodsBelow);
  }
}
