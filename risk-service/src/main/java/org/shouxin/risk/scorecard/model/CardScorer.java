package org.shouxin.risk.scorecard.model;

import java.util.ArrayList;
import java.util.List;

/** A card laid out for speed: break arrays searched by halving, whole points summed. */
public final class CardScorer {

  private final Scorecard card;
  private final Feature[] features;
  private final double[][] edges;
  private final int[][] points;
  private final int[] missingPoints;
  private final int[] bestPoints;

  public CardScorer(Scorecard card) {
    this.card = card;
    int size = card.features().size();
    features = new Feature[size];
    edges = new double[size][];
    points = new int[size][];
    missingPoints = new int[size];
    bestPoints = new int[size];
    for (int i = 0; i < size; i++) {
      CardFeature feature = card.features().get(i);
      features[i] = feature.feature();
      edges[i] = feature.edges().stream().mapToDouble(Double::doubleValue).toArray();
      points[i] = feature.bins().stream().mapToInt(CardBin::points).toArray();
      missingPoints[i] = feature.missing().points();
      bestPoints[i] = best(points[i], missingPoints[i]);
    }
  }

  public Scorecard card() {
    return card;
  }

  /** The score alone. */
  public int points(FeatureVector row) {
    int score = card.basePoints();
    for (int i = 0; i < features.length; i++) {
      score += pointsOf(i, binOf(i, row.at(features[i])));
    }
    return score;
  }

  /** The score with the points of each feature. */
  public CardScore score(FeatureVector row) {
    int score = card.basePoints();
    List<CardScore.FeaturePoints> parts = new ArrayList<>(features.length);
    for (int i = 0; i < features.length; i++) {
      int bin = binOf(i, row.at(features[i]));
      int got = pointsOf(i, bin);
      score += got;
      parts.add(new CardScore.FeaturePoints(features[i], bin, got, bestPoints[i] - got));
    }
    return new CardScore(score, parts);
  }

  private int pointsOf(int feature, int bin) {
    return bin < 0 ? missingPoints[feature] : points[feature][bin];
  }

  private int binOf(int feature, double value) {
    return Double.isNaN(value) ? -1 : Breaks.binOf(edges[feature], value);
  }

  private static int best(int[] points, int missing) {
    int best = missing;
    for (int each : points) {
      best = Math.max(best, each);
    }
    return best;
  }
}
