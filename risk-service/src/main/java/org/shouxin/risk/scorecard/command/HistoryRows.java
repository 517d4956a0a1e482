package org.shouxin.risk.scorecard.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouxin.risk.scorecard.model.Feature;
import org.shouxin.risk.scorecard.training.TrainingRefused;
import org.shouxin.risk.scorecard.training.TrainingTable;

/** Turns the cells of a history into a training table, refusing what cannot be learnt from. */
final class HistoryRows {

  private static final int COLUMNS_MAX = 2_000;

  private final List<String> header;
  private final int[] featureAt = new int[Feature.values().length];
  private final Map<String, Integer> traitAt = new LinkedHashMap<>();
  private final int targetAt;
  private final String target;
  private final List<double[]> features = new ArrayList<>();
  private final List<String[]> traits = new ArrayList<>();
  private final List<Integer> bad = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  HistoryRows(List<String> names, String target, List<String> protectedTraits) {
    header = names.stream().map(String::strip).toList();
    this.target = target;
    checkHeader(protectedTraits);
    targetAt = header.indexOf(target);
    for (Feature feature : Feature.values()) {
      featureAt[feature.ordinal()] = header.indexOf(feature.column());
      if (featureAt[feature.ordinal()] < 0) {
        notes.add("column " + feature.column() + " is absent");
      }
    }
    for (String trait : protectedTraits) {
      int at = header.indexOf(trait);
      if (at < 0) {
        notes.add("trait " + trait + " is absent, fairness on it not measured");
      } else {
        traitAt.put(trait, at);
      }
    }
    header.stream()
        .filter(name -> !name.equals(target) && !traitAt.containsKey(name))
        .filter(name -> Feature.of(name).isEmpty())
        .forEach(name -> notes.add("column " + name + " is not in the vocabulary, ignored"));
  }

  private void checkHeader(List<String> protectedTraits) {
    if (header.size() > COLUMNS_MAX) {
      throw new TrainingRefused(
          "DATA_COLUMNS_MAX", "more than " + COLUMNS_MAX + " columns: " + header.size());
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        throw new TrainingRefused("DATA_HEADER_UNIQUE", "column " + name + " occurs twice");
      }
    }
    for (String trait : protectedTraits) {
      if (Feature.of(trait).isPresent()) {
        throw new TrainingRefused(
            "TRAIT_NEVER_SCORED", "protected trait " + trait + " is a feature of the vocabulary");
      }
    }
    if (Feature.of(target).isPresent() || protectedTraits.contains(target)) {
      throw new TrainingRefused(
          "TARGET_APART", "target " + target + " is also a feature or a protected trait");
    }
    if (!header.contains(target)) {
      throw new TrainingRefused("DATA_HAS_TARGET", "no column " + target + " in the header");
    }
  }

  void add(long line, List<String> cells) {
    if (cells.size() != header.size()) {
      throw new TrainingRefused(
          "DATA_ROW_WIDTH",
          "line %d has %d cells, the header %d".formatted(line, cells.size(), header.size()));
    }
    if (bad.size() == TrainingTable.ROWS_MAX) {
      throw new TrainingRefused("DATA_ROWS_MAX", "more than " + TrainingTable.ROWS_MAX + " rows");
    }
    bad.add(label(line, cells.get(targetAt).strip()));
    double[] values = new double[featureAt.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          featureAt[i] < 0
              ? Double.NaN
              : number(line, header.get(featureAt[i]), cells.get(featureAt[i]).strip());
    }
    features.add(values);
    traits.add(traitAt.values().stream().map(at -> cells.get(at).strip()).toArray(String[]::new));
  }

  private int label(long line, String cell) {
    return switch (cell) {
      case "0" -> 0;
      case "1" -> 1;
      default ->
          throw new TrainingRefused(
              "DATA_TARGET_BINARY",
              "line %d: %s must be 0 or 1, found '%s'".formatted(line, target, cell));
    };
  }

  private static double number(long line, String column, String cell) {
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    if (cell.length() > 32 || !cell.matches("[+-]?(\\d+([.]\\d*)?|[.]\\d+)([eE][+-]?\\d{1,2})?")) {
      throw new TrainingRefused(
          "DATA_NUMBER", "line %d: %s is not a finite number".formatted(line, column));
    }
    return Double.parseDouble(cell);
  }

  TrainingTable table(String sha256) {
    double[][] columns = new double[featureAt.length][features.size()];
    for (int row = 0; row < features.size(); row++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = features.get(row)[i];
      }
    }
    Map<String, String[]> byTrait = new LinkedHashMap<>();
    List<String> names = List.copyOf(traitAt.keySet());
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      byTrait.put(names.get(i), traits.stream().map(row -> row[at]).toArray(String[]::new));
    }
    int[] labels = bad.stream().mapToInt(Integer::intValue).toArray();
    return new TrainingTable(sha256, columns, labels, byTrait, notes);
  }
}
