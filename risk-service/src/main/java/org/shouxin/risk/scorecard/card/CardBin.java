package org.shouxin.risk.scorecard.card;

/**
 * One bin of a feature.
 *
 * @param woe weight of evidence, ln(share of goods / share of bads): the higher, the safer
 * @param points what the bin adds to the score: round(-factor * coefficient * woe)
 * @param goods goods of the training rows in this bin
 * @param bads bads of the training rows in this bin
 */
public record CardBin(double woe, int points, long goods, long bads) {

  void check(String pointer, double coefficient, double factor) {
    CardInvalid.finite(pointer + "/woe", woe);
    if (goods < 0 || bads < 0) {
      throw new CardInvalid(pointer, "CARD_COUNT_NOT_NEGATIVE", "counts must not be negative");
    }
    if (points != pointsOf(woe, coefficient, factor)) {
      throw new CardInvalid(
          pointer + "/points", "CARD_POINTS_FOLLOW_WOE", "points do not follow from the evidence");
    }
  }

  /** Points of a bin, half up. */
  public static int pointsOf(double woe, double coefficient, double factor) {
    return Math.toIntExact(Math.round(-factor * coefficient * woe));
  }
}
