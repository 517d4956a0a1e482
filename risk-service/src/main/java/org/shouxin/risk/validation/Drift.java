package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says when live rows no longer look like those the model was made on, or its odds are untrue. */
public final class Drift {

  /** Standard errors the count of bads may lie from the predicted one. */
  public static final double GAP_ERRORS_MAX = 4;

  /** Share of the predicted bad rate the observed may miss it by. */
  public static final double GAP_RELATIVE_MAX = 0.15;

  private Drift() {}

  /** What moved; SHIFTING from a PSI of 0.10, SHIFTED from 0.25. */
  public enum Kind {
    SCORE_SHIFTING,
    SCORE_SHIFTED,
    FEATURE_SHIFTING,
    FEATURE_SHIFTED,
    CALIBRATION_GAP
  }

  /**
   * @param subject feature, or "score", or "bad rate"
   * @param figure PSI, CSI, or observed less predicted bad rate
   */
  public record Alarm(Kind kind, String subject, double figure) {}

  /**
   * @param score PSI of the score
   * @param features CSI by feature
   */
  public static List<Alarm> ofShares(double score, Map<String, Double> features) {
    List<Alarm> alarms = new ArrayList<>();
    add(alarms, "score", score, Kind.SCORE_SHIFTING, Kind.SCORE_SHIFTED);
    features.forEach(
        (name, csi) -> add(alarms, name, csi, Kind.FEATURE_SHIFTING, Kind.FEATURE_SHIFTED));
    return alarms;
  }

  /** Fires when the gap is both too large to be chance and large enough to matter. */
  public static List<Alarm> ofCalibration(double[] probabilities, int[] bad) {
    if (bad.length == 0) {
      return List.of();
    }
    Reliability.Bin all = Reliability.of(probabilities, bad, 1).get(0);
    double gap = all.observed() - all.predicted();
    boolean fires =
        Math.abs(all.gapStandardErrors()) > GAP_ERRORS_MAX
            && Math.abs(gap) > GAP_RELATIVE_MAX * all.predicted();
    return fires ? List.of(new Alarm(Kind.CALIBRATION_GAP, "bad rate", gap)) : List.of();
  }

  private static void add(
      List<Alarm> alarms, String subject, double psi, Kind shifting, Kind shifted) {
    Stability.Verdict verdict = Stability.Verdict.of(psi);
    if (verdict != Stability.Verdict.STABLE) {
      Kind kind = verdict == Stability.Verdict.SHIFTED ? shifted : shifting;
      alarms.add(new Alarm(kind, subject, psi));
    }
  }
}
