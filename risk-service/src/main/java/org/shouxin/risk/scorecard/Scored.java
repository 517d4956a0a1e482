package org.shouxin.risk.scorecard;

import java.util.List;

/**
 * What a card says of one row.
 *
 * @param score points, the higher the safer
 * @param probabilityOfBad decimal of six places
 * @param features in the card's order
 */
public record Scored(
    String cardVersion, int score, String probabilityOfBad, List<FeaturePoints> features) {

  public Scored {
    features = List.copyOf(features);
  }

  /**
   * @param feature vocabulary name
   * @param bin index of the bin, -1 for a missing value
   * @param pointsLost against the feature's best bin; never negative
   */
  public record FeaturePoints(String feature, int bin, int points, int pointsLost) {}
}
