package org.shouxin.risk.training;

import java.util.List;
import java.util.Map;
import org.shouxin.risk.dataset.LeakageCheck.Suspect;
import org.shouxin.risk.validation.ByPeriod;
import org.shouxin.risk.validation.Drift;
import org.shouxin.risk.validation.Fairness;
import org.shouxin.risk.validation.Gains;
import org.shouxin.risk.validation.Quality;
import org.shouxin.risk.validation.Reliability;
import org.shouxin.risk.validation.Roc;

/**
 * What is known of a model: where it comes from, how good it is on rows it never saw, and whom it
 * treats how.
 *
 * @param dataSha256 of the training file's bytes
 * @param heldBack how the test rows were chosen: BY_SEED or BY_TIME
 * @param measured traits measured and never scored on
 * @param train quality on the rows learnt from, flattering by nature
 * @param test quality on the rows held back, after calibration
 * @param byKind area under the curve of card, trees and blend on the rows held back
 * @param scorePsi of the probabilities, test rows against train rows
 * @param featureCsi likewise by feature
 */
public record ModelCard(
    String dataSha256,
    String target,
    String bad,
    long rows,
    long bads,
    long seed,
    String heldBack,
    List<FeatureLine> features,
    List<String> measured,
    List<Suspect> acceptedSuspects,
    Quality train,
    Quality test,
    Map<String, Double> byKind,
    List<Roc.Point> roc,
    List<Gains.Part> gains,
    List<Reliability.Bin> reliability,
    double scorePsi,
    Map<String, Double> featureCsi,
    List<Drift.Alarm> alarms,
    List<ByPeriod.Month> months,
    List<Fairness.Group> fairness,
    List<String> notes) {

  /**
   * @param informationValue of the card's bins, null when no card was trained
   * @param fate KEPT, or why the card does not read it; TREES when there is no card
   */
  public record FeatureLine(String name, String kind, Double informationValue, String fate) {}
}
