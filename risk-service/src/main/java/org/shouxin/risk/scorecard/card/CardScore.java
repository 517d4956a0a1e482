package org.shouxin.risk.scorecard.card;

import java.util.List;

/**
 * The score of one row and where each point came from.
 *
 * @param features in the card's order
 */
public record CardScore(int score, List<FeaturePoints> features) {

  /**
   * @param bin index of the bin, {@link CardScorer#MISSING}, {@link CardScorer#UNSEEN}, or past the
   *     last bin for a special value
   * @param pointsLost points of the feature's best bin less the points given; never negative
   */
  public record FeaturePoints(String feature, int bin, int points, int pointsLost) {

    public boolean missing() {
      return bin == CardScorer.MISSING;
    }
  }
}
