package org.shouxin.risk.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures of artefacts are rounded so that equal cards are equal bytes. */
public final class Rounded {

  private Rounded() {}

  public static double sixPlaces(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
  }
}
