package org.shouxin.risk.assessment.model;

import java.util.Locale;

/** The reason code of a feature that lost points. */
final class FeatureReason {

  /** Given once, however many features had no value. */
  static final String INFORMATION_MISSING = "INFORMATION_MISSING";

  private FeatureReason() {}

  static String of(Score.FeaturePoints points) {
    return points.bin() < 0
        ? INFORMATION_MISSING
        : "FEATURE_" + points.feature().toUpperCase(Locale.ROOT);
  }
}
