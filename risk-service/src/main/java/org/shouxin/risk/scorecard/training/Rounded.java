package org.shouxin.risk.scorecard.training;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures of artefacts are rounded so that equal cards are equal bytes. */
final class Rounded {

  private Rounded() {}

  static double sixPlaces(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
  }
}
