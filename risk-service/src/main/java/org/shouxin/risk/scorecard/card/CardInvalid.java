package org.shouxin.risk.scorecard.card;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A card artefact that must not be used; says where it is wrong and which rule it breaks. */
public class CardInvalid extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final double MAGNITUDE_MAX = 1e12;

  private final String pointer;
  private final String rule;

  public CardInvalid(String pointer, String rule, String detail) {
    super(detail);
    this.pointer = pointer;
    this.rule = rule;
  }

  public String pointer() {
    return pointer;
  }

  public String rule() {
    return rule;
  }

  /** A number the artefact can hold exactly: finite, below 10^12, at most six decimal places. */
  static double finite(String pointer, double value) {
    if (!Double.isFinite(value) || Math.abs(value) > MAGNITUDE_MAX) {
      throw new CardInvalid(pointer, "CARD_NUMBER_FINITE", "not a finite number below 10^12");
    }
    if (sixPlaces(value) != value) {
      throw new CardInvalid(pointer, "CARD_NUMBER_PLACES", "more than six decimal places");
    }
    return value;
  }

  private static double sixPlaces(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
  }

  static <T> T present(String pointer, T value) {
    if (value == null) {
      throw new CardInvalid(pointer, "CARD_FIELD_REQUIRED", "a value is required");
    }
    return value;
  }
}
