package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shouxin.risk.scorecard.model.Breaks;
import org.shouxin.risk.scorecard.model.CardBin;
import org.shouxin.risk.scorecard.model.CardFeature;
import org.shouxin.risk.scorecard.model.Feature;
import org.shouxin.risk.scorecard.model.TrainingReport.FeatureReport;
import org.shouxin.risk.scorecard.model.TrainingReport.Settings;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Counts;

/** A feature binned on the train rows, on its way to the card or off it. */
final class CandidateFeature {

  /** Rows without a value below which the missing bin is not learnt but set to the worst bin. */
  static final int MISSING_ROWS_MIN = 30;

  private final Feature feature;
  private final double missingShare;
  private final double[] edges;
  private final List<Counts> counts;
  private final double[] woe;
  private final double missingWoe;
  private final Counts missing;
  private final double informationValue;
  private String fate;

  private CandidateFeature(
      Feature feature,
      double missingShare,
      double[] edges,
      List<Counts> counts,
      Counts missing,
      Settings settings) {
    this.feature = feature;
    this.missingShare = missingShare;
    this.edges = edges;
    this.counts = counts;
    this.missing = missing;
    List<Counts> all = new ArrayList<>(counts);
    if (missingTrained()) {
      all.add(missing);
    }
    Evidence evidence = Evidence.of(all, settings.smoothing());
    woe = Arrays.stream(evidence.woe()).map(Rounded::sixPlaces).limit(counts.size()).toArray();
    missingWoe =
        missingTrained()
            ? Rounded.sixPlaces(evidence.woe()[counts.size()])
            : Arrays.stream(woe).min().orElseThrow();
    informationValue = all.size() == 1 ? 0 : Rounded.sixPlaces(evidence.informationValue());
    fate = firstFate(all.size(), settings);
  }

  /** Bins one feature on the given rows; the other rows stay unseen. */
  static CandidateFeature of(Feature feature, TrainingTable table, int[] rows, Settings settings) {
    double[] column = table.column(feature);
    int[] present = Arrays.stream(rows).filter(row -> !Double.isNaN(column[row])).toArray();
    long badsMissing =
        Arrays.stream(rows)
            .filter(row -> Double.isNaN(column[row]))
            .map(row -> table.bad()[row])
            .sum();
    long rowsMissing = rows.length - present.length;
    Counts missing = new Counts(rowsMissing - badsMissing, badsMissing);
    double share = Rounded.sixPlaces((double) rowsMissing / rows.length);
    if (present.length == 0) {
      return new CandidateFeature(
          feature, share, new double[0], List.of(new Counts(0, 0)), missing, settings);
    }
    MonotoneBinning.Binned binned =
        new MonotoneBinning(settings)
            .bin(
                Arrays.stream(present).mapToDouble(row -> column[row]).toArray(),
                Arrays.stream(present).map(row -> table.bad()[row]).toArray());
    return new CandidateFeature(feature, share, binned.edges(), binned.counts(), missing, settings);
  }

  private String firstFate(int binsSeen, Settings settings) {
    if (counts.stream().mapToLong(Counts::rows).sum() == 0) {
      return "NEVER_SEEN";
    }
    if (binsSeen == 1) {
      return "CONSTANT";
    }
    return informationValue < settings.informationValueMin() ? "LOW_INFORMATION" : "KEPT";
  }

  private boolean missingTrained() {
    return missing.rows() >= MISSING_ROWS_MIN;
  }

  boolean kept() {
    return "KEPT".equals(fate);
  }

  void dropForWrongSign() {
    fate = "WRONG_SIGN";
  }

  double[] evidenceOf(TrainingTable table, int[] rows) {
    double[] column = table.column(feature);
    return Arrays.stream(rows)
        .mapToDouble(
            row -> Double.isNaN(column[row]) ? missingWoe : woe[Breaks.binOf(edges, column[row])])
        .toArray();
  }

  CardFeature onCard(double coefficient, double factor) {
    List<CardBin> bins = new ArrayList<>();
    for (int i = 0; i < woe.length; i++) {
      bins.add(bin(woe[i], coefficient, factor, counts.get(i)));
    }
    return new CardFeature(
        feature.column(),
        CardFeature.NUMERIC,
        coefficient,
        informationValue,
        Arrays.stream(edges).boxed().toList(),
        bins,
        bin(missingWoe, coefficient, factor, missing),
        missingTrained());
  }

  private static CardBin bin(double woe, double coefficient, double factor, Counts counts) {
    int points = CardBin.pointsOf(woe, coefficient, factor);
    return new CardBin(woe, points, counts.goods(), counts.bads());
  }

  FeatureReport report() {
    return new FeatureReport(
        feature.column(), informationValue, counts.size(), missingShare, kept(), fate);
  }
}
