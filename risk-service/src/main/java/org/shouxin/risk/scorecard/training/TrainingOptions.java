package org.shouxin.risk.scorecard.training;

import org.shouxin.risk.scorecard.model.Scaling;
import org.shouxin.risk.scorecard.model.TrainingReport.Settings;

/**
 * What an operator may choose for a run.
 *
 * @param version of the card; derived from data and seed when null
 */
public record TrainingOptions(
    String target, String version, long seed, Settings settings, Scaling scaling) {

  /**
   * Three tenths of the rows are held back; at most 8 monotone bins of at least 5 % of the rows.
   */
  public static final Settings STANDARD_SETTINGS =
      new Settings(0.3, 20, 8, 0.05, 0.5, 0.02, 1.0, 410);

  public static TrainingOptions standard(String target, String version, long seed) {
    return new TrainingOptions(target, version, seed, STANDARD_SETTINGS, Scaling.STANDARD);
  }
}
