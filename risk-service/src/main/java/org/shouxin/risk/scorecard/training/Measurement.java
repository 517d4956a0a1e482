package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Splits;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.TrainingReport;
import org.shouxin.risk.scorecard.card.TrainingReport.CalibrationBin;
import org.shouxin.risk.scorecard.card.TrainingReport.FeatureReport;
import org.shouxin.risk.scorecard.card.TrainingReport.GroupReport;
import org.shouxin.risk.scorecard.card.TrainingReport.Sample;
import org.shouxin.risk.validation.Discrimination;
import org.shouxin.risk.validation.Rounded;

/** Measures a card on its train and test rows: discrimination, calibration, fairness. */
final class Measurement {

  private static final int CALIBRATION_BINS = 10;
  private static final int TRAIT_LEVELS_MAX = 20;

  private final Dataset table;
  private final TrainingOptions options;
  private final Scaling scaling;
  private final int[] scores;

  Measurement(Dataset table, CardScorer scorer, TrainingOptions options) {
    this.table = table;
    this.options = options;
    this.scaling = scorer.card().scaling();
    this.scores = new int[table.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = scorer.points(scorer.rows().at(table, row));
    }
  }

  TrainingReport report(Splits.Split split, List<FeatureReport> features) {
    List<String> notes = new ArrayList<>(table.notes());
    List<GroupReport> fairness = new ArrayList<>();
    table
        .traits()
        .forEach((trait, values) -> fairness.addAll(groups(trait, values, split.test(), notes)));
    return new TrainingReport(
        table.sha256(),
        options.target(),
        table.rows(),
        table.bads(),
        Rounded.sixPlaces((double) table.bads() / table.rows()),
        options.seed(),
        options.settings(),
        sample(split.train()),
        sample(split.test()),
        features,
        calibration(split.test()),
        fairness,
        notes);
  }

  private Sample sample(int[] rows) {
    Discrimination found = discrimination(rows);
    double brier = 0;
    for (int row : rows) {
      double miss = scaling.probabilityOfBad(scores[row]) - table.bad()[row];
      brier += miss * miss;
    }
    return new Sample(
        rows.length,
        bads(rows),
        Rounded.sixPlaces(found.auc()),
        Rounded.sixPlaces(found.ks()),
        Rounded.sixPlaces(found.gini()),
        Rounded.sixPlaces(brier / rows.length));
  }

  private List<CalibrationBin> calibration(int[] rows) {
    int[] byScore =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(row -> scores[row]).thenComparing(row -> row))
            .mapToInt(Integer::intValue)
            .toArray();
    List<CalibrationBin> bins = new ArrayList<>();
    for (int i = 0; i < CALIBRATION_BINS; i++) {
      int from = byScore.length * i / CALIBRATION_BINS;
      int to = byScore.length * (i + 1) / CALIBRATION_BINS;
      int[] part = Arrays.copyOfRange(byScore, from, to);
      if (part.length > 0) {
        double predicted =
            Arrays.stream(part).mapToDouble(row -> scaling.probabilityOfBad(scores[row])).sum();
        bins.add(
            new CalibrationBin(
                scores[part[0]],
                scores[part[part.length - 1]],
                part.length,
                Rounded.sixPlaces(predicted / part.length),
                Rounded.sixPlaces((double) bads(part) / part.length)));
      }
    }
    return bins;
  }

  private List<GroupReport> groups(String trait, String[] values, int[] rows, List<String> notes) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int row : rows) {
      groups.computeIfAbsent(group(trait, values[row]), any -> new ArrayList<>()).add(row);
    }
    if (groups.size() > TRAIT_LEVELS_MAX) {
      notes.add("trait " + trait + " not measured: more than " + TRAIT_LEVELS_MAX + " levels");
      return List.of();
    }
    return groups.entrySet().stream()
        .map(each -> group(trait, each.getKey(), each.getValue()))
        .toList();
  }

  private GroupReport group(String trait, String group, List<Integer> members) {
    int[] rows = members.stream().mapToInt(Integer::intValue).toArray();
    long bads = bads(rows);
    long approved =
        Arrays.stream(rows).filter(row -> scores[row] >= options.settings().cutOffScore()).count();
    boolean bothClasses = bads > 0 && bads < rows.length;
    return new GroupReport(
        trait,
        group,
        rows.length,
        Rounded.sixPlaces((double) bads / rows.length),
        Rounded.sixPlaces((double) approved / rows.length),
        bothClasses ? Rounded.sixPlaces(discrimination(rows).auc()) : null);
  }

  /** Ages are read in bands; other traits as they are written. */
  private static String group(String trait, String value) {
    if (value.isBlank()) {
      return "(missing)";
    }
    if (!"age".equals(trait) || !value.matches("\\d{1,3}([.]\\d+)?")) {
      return value;
    }
    int age = (int) Double.parseDouble(value);
    if (age < 25) {
      return "under 25";
    }
    int decade = Math.min(65, 25 + (age - 25) / 10 * 10);
    return decade == 65 ? "65 and over" : decade + "-" + (decade + 9);
  }

  private Discrimination discrimination(int[] rows) {
    return Discrimination.of(
        Arrays.stream(rows).map(row -> scores[row]).toArray(),
        Arrays.stream(rows).map(row -> table.bad()[row]).toArray());
  }

  private long bads(int[] rows) {
    return Arrays.stream(rows).map(row -> table.bad()[row]).sum();
  }
}
