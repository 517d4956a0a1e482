package org.shouxin.risk.assessment.model;

import java.util.List;

/**
 * What a card said of the features.
 *
 * @param score points, the higher the safer
 * @param probabilityOfBad decimal of six places
 * @param features in the card's order
 */
public record Score(
    String cardVersion, int score, String probabilityOfBad, List<FeaturePoints> features) {

  public Score {
    features = List.copyOf(features);
  }

  /**
   * @param feature vocabulary name
   * @param bin index of the bin, -1 for a missing value
   * @param pointsLost against the feature's best bin; never negative
   */
  public record FeaturePoints(String feature, int bin, int points, int pointsLost) {}
}
