package org.shouxin.risk.scorecard.card;

/**
 * How log odds become points: {@code score = offset + factor * ln(good:bad odds)} with {@code
 * factor = pointsToDoubleOdds / ln 2} and {@code offset = baseScore - factor * ln(baseOdds)}.
 *
 * @param baseScore score given at the base odds, points
 * @param baseOdds good:bad odds at the base score
 * @param pointsToDoubleOdds points that double the good:bad odds
 */
public record Scaling(int baseScore, double baseOdds, int pointsToDoubleOdds) {

  /** 600 points at 20 good to 1 bad, 50 points double the odds. */
  public static final Scaling STANDARD = new Scaling(600, 20.0, 50);

  public Scaling {
    CardInvalid.finite("/scaling/baseOdds", baseOdds);
    if (baseOdds <= 0 || pointsToDoubleOdds <= 0 || pointsToDoubleOdds > 1_000) {
      throw new CardInvalid(
          "/scaling", "CARD_SCALING_POSITIVE", "base odds and points to double must be positive");
    }
  }

  public double factor() {
    return pointsToDoubleOdds / StrictMath.log(2.0);
  }

  public double offset() {
    return baseScore - factor() * StrictMath.log(baseOdds);
  }

  /** Probability of turning bad that a score stands for. */
  public double probabilityOfBad(int score) {
    return 1.0 / (1.0 + StrictMath.exp((score - offset()) / factor()));
  }
}
