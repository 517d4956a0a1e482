package org.shouxin.risk.scorecard.training;

import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.TrainingReport.Settings;

/**
 * What an operator may choose for a run.
 *
 * @param version of the card; derived from data and seed when null
 * @param vocabulary null for the live decision's
 * @param priorBadRate the share of bads where the card will be used, when the sample was drawn with
 *     another; the intercept is moved by the difference of the log odds. Null leaves it
 */
public record TrainingOptions(
    String target,
    String version,
    String vocabulary,
    long seed,
    Settings settings,
    Scaling scaling,
    Double priorBadRate) {

  /**
   * Three tenths of the rows are held back; at most 8 monotone bins of at least 5 % of the rows.
   */
  public static final Settings STANDARD_SETTINGS =
      new Settings(0.3, 20, 8, 0.05, 0.5, 0.02, 1.0, 410);

  public static TrainingOptions standard(String target, String version, long seed) {
    return new TrainingOptions(
        target, version, null, seed, STANDARD_SETTINGS, Scaling.STANDARD, null);
  }
}
