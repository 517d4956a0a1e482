package org.shouxin.risk.scorecard.model;

import java.util.List;

/**
 * The score of one row and where each point came from.
 *
 * @param features in the card's order
 */
public record CardScore(int score, List<FeaturePoints> features) {

  /**
   * @param bin index of the bin, -1 for the missing bin
   * @param pointsLost points of the feature's best bin less the points given; never negative
   */
  public record FeaturePoints(Feature feature, int bin, int points, int pointsLost) {

    public boolean missing() {
      return bin < 0;
    }
  }
}
