package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shouxin.risk.dataset.Column;
import org.shouxin.risk.scorecard.card.Breaks;
import org.shouxin.risk.scorecard.card.CardBin;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.SpecialBin;
import org.shouxin.risk.scorecard.card.TrainingReport.FeatureReport;
import org.shouxin.risk.scorecard.card.TrainingReport.Settings;
import org.shouxin.risk.scorecard.training.ColumnBins.Special;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Counts;
import org.shouxin.risk.validation.Rounded;

/** A feature binned on the train rows, on its way to the card or off it. */
final class CandidateFeature {

  /** Rows below which a missing or special bin is not learnt but set to the worst bin, count. */
  static final int OWN_BIN_ROWS_MIN = 30;

  private final Column column;
  private final ColumnBins bins;
  private final double missingShare;
  private final double[] woe;
  private final double[] specialWoe;
  private final double missingWoe;
  private final double worstWoe;
  private final double informationValue;
  private String fate;

  private CandidateFeature(Column column, ColumnBins bins, double share, Settings settings) {
    this.column = column;
    this.bins = bins;
    this.missingShare = share;
    List<Counts> all = new ArrayList<>(bins.counts());
    bins.special().stream()
        .filter(CandidateFeature::learnt)
        .forEach(each -> all.add(each.counts()));
    if (missingTrained()) {
      all.add(bins.missing());
    }
    Evidence evidence = Evidence.of(all, settings.smoothing());
    double[] rounded = Arrays.stream(evidence.woe()).map(Rounded::sixPlaces).toArray();
    int ordinary = bins.counts().size();
    woe = Arrays.copyOf(rounded, ordinary);
    worstWoe = Arrays.stream(woe).min().orElseThrow();
    specialWoe = new double[bins.special().size()];
    int next = ordinary;
    for (int i = 0; i < specialWoe.length; i++) {
      specialWoe[i] = learnt(bins.special().get(i)) ? rounded[next++] : worstWoe;
    }
    missingWoe = missingTrained() ? rounded[next] : worstWoe;
    informationValue = all.size() == 1 ? 0 : Rounded.sixPlaces(evidence.informationValue());
    fate = firstFate(all.size(), settings);
  }

  /** Bins one feature on the given rows; the other rows stay unseen. */
  static CandidateFeature of(Column column, int[] bad, int[] rows, Settings settings) {
    ColumnBins bins = ColumnBins.of(column, bad, rows, settings);
    double share = Rounded.sixPlaces((double) bins.missing().rows() / rows.length);
    return new CandidateFeature(column, bins, share, settings);
  }

  private static boolean learnt(Special special) {
    return special.counts().rows() >= OWN_BIN_ROWS_MIN;
  }

  private String firstFate(int binsSeen, Settings settings) {
    long rows = bins.counts().stream().mapToLong(Counts::rows).sum();
    if (rows + bins.special().stream().mapToLong(each -> each.counts().rows()).sum() == 0) {
      return "NEVER_SEEN";
    }
    if (binsSeen == 1) {
      return "CONSTANT";
    }
    return informationValue < settings.informationValueMin() ? "LOW_INFORMATION" : "KEPT";
  }

  private boolean missingTrained() {
    return bins.missing().rows() >= OWN_BIN_ROWS_MIN;
  }

  boolean kept() {
    return "KEPT".equals(fate);
  }

  void dropForWrongSign() {
    fate = "WRONG_SIGN";
  }

  double[] evidenceOf(int[] rows) {
    int[] binOfCode = column.isNumeric() ? null : bins.binOfCode();
    double[] evidence = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      evidence[i] = evidenceOf(rows[i], binOfCode);
    }
    return evidence;
  }

  private double evidenceOf(int row, int[] binOfCode) {
    if (column.isMissing(row)) {
      return missingWoe;
    }
    if (binOfCode != null) {
      int bin = binOfCode[column.code(row)];
      return bin < 0 ? worstWoe : woe[bin];
    }
    double value = column.number(row);
    for (int i = 0; i < specialWoe.length; i++) {
      if (bins.special().get(i).value() == value) {
        return specialWoe[i];
      }
    }
    return woe[Breaks.binOf(bins.edges(), value)];
  }

  CardFeature onCard(double coefficient, double factor) {
    List<CardBin> onCard = new ArrayList<>();
    for (int i = 0; i < woe.length; i++) {
      onCard.add(bin(woe[i], coefficient, factor, bins.counts().get(i)));
    }
    boolean numeric = column.isNumeric();
    return new CardFeature(
        column.name(),
        numeric ? CardFeature.NUMERIC : CardFeature.CATEGORICAL,
        coefficient,
        informationValue,
        Arrays.stream(bins.edges()).boxed().toList(),
        onCard,
        bin(missingWoe, coefficient, factor, bins.missing()),
        missingTrained(),
        numeric ? null : bins.levels(),
        specialWoe.length == 0 ? null : special(coefficient, factor),
        numeric ? null : bin(worstWoe, coefficient, factor, new Counts(0, 0)));
  }

  private List<SpecialBin> special(double coefficient, double factor) {
    List<SpecialBin> special = new ArrayList<>();
    for (int i = 0; i < specialWoe.length; i++) {
      Special each = bins.special().get(i);
      CardBin bin = bin(specialWoe[i], coefficient, factor, each.counts());
      special.add(new SpecialBin(each.value(), bin, learnt(each)));
    }
    return special;
  }

  private static CardBin bin(double woe, double coefficient, double factor, Counts counts) {
    int points = CardBin.pointsOf(woe, coefficient, factor);
    return new CardBin(woe, points, counts.goods(), counts.bads());
  }

  FeatureReport report() {
    return new FeatureReport(
        column.name(), informationValue, bins.counts().size(), missingShare, kept(), fate);
  }
}
