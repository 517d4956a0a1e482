package org.shouxin.risk.scorecard.card;

import java.util.List;

/**
 * How a card came to be and how well it tells goods from bads. Figures are rounded to six places.
 *
 * @param dataSha256 of the training file's bytes as given
 * @param badRate bads over rows
 * @param seed of the train/test split
 * @param notes what was ignored or dropped, and why
 */
public record TrainingReport(
    String dataSha256,
    String target,
    long rows,
    long bads,
    double badRate,
    long seed,
    Settings settings,
    Sample train,
    Sample test,
    List<FeatureReport> features,
    List<CalibrationBin> calibration,
    List<GroupReport> fairness,
    List<String> notes) {

  public TrainingReport {
    features = List.copyOf(features);
    calibration = List.copyOf(calibration);
    fairness = List.copyOf(fairness);
    notes = List.copyOf(notes);
  }

  /**
   * @param smoothing added to goods and to bads of each bin before the weight of evidence, count
   * @param ridge L2 penalty on the coefficients, not on the intercept
   * @param cutOffScore lowest score that fairness counts as approved, points
   */
  public record Settings(
      double testShare,
      int fineBinsMax,
      int binsMax,
      double binShareMin,
      double smoothing,
      double informationValueMin,
      double ridge,
      int cutOffScore) {}

  /** Discrimination and accuracy on one part of the rows. */
  public record Sample(
      long rows, long bads, double auc, double ks, double gini, double brierScore) {}

  /**
   * @param kept whether the feature is on the card
   * @param reason why not: NEVER_SEEN, CONSTANT, LOW_INFORMATION, WRONG_SIGN; KEPT otherwise
   */
  public record FeatureReport(
      String name,
      double informationValue,
      int bins,
      double missingShare,
      boolean kept,
      String reason) {}

  /** Tenths of the test rows by score: predicted against observed bad rate. */
  public record CalibrationBin(
      int fromScore, int toScore, long rows, double predicted, double observed) {}

  /**
   * Fairness, measured on a trait that is never scored on (test rows).
   *
   * @param auc null when the group holds one class only
   */
  public record GroupReport(
      String trait, String group, long rows, double badRate, double approvalRate, Double auc) {}
}
