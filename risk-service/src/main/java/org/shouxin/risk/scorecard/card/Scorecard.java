package org.shouxin.risk.scorecard.card;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A trained card: an immutable, versioned artefact. {@code score = basePoints + sum of the points
 * of each feature's bin}; whole points, so the same row gives the same score wherever it is
 * computed.
 *
 * @param vocabulary null for the live decision's own, see {@link Feature}; else the name of the
 *     schema whose columns the card reads, and the card is not for the live decision
 * @param intercept of the log odds of turning bad
 * @param basePoints round(offset - factor * intercept)
 */
public record Scorecard(
    String schema,
    String version,
    String vocabulary,
    Scaling scaling,
    double intercept,
    int basePoints,
    List<CardFeature> features,
    TrainingReport training) {

  public static final String SCHEMA = "shouxin.scorecard/1";
  private static final String VERSION_SHAPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  public Scorecard {
    if (!SCHEMA.equals(schema)) {
      throw new CardInvalid("/schema", "CARD_SCHEMA_KNOWN", "schema must be " + SCHEMA);
    }
    if (version == null || !version.matches(VERSION_SHAPE)) {
      throw new CardInvalid(
          "/version", "CARD_VERSION_SHAPE", "letters, digits, dot, dash, underscore; at most 64");
    }
    CardInvalid.present("/scaling", scaling);
    CardInvalid.present("/training", training);
    CardInvalid.finite("/intercept", intercept);
    features = List.copyOf(CardInvalid.present("/features", features));
    if (features.isEmpty()) {
      throw new CardInvalid("/features", "CARD_HAS_FEATURES", "a card needs a feature");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < features.size(); i++) {
      features.get(i).check("/features/" + i, scaling.factor(), vocabulary == null);
      if (!seen.add(features.get(i).name())) {
        throw new CardInvalid("/features/" + i + "/name", "CARD_FEATURE_ONCE", "feature twice");
      }
    }
    if (basePoints != basePointsOf(scaling, intercept)) {
      throw new CardInvalid(
          "/basePoints", "CARD_POINTS_FOLLOW_WOE", "base points do not follow from the intercept");
    }
  }

  public static int basePointsOf(Scaling scaling, double intercept) {
    return Math.toIntExact(Math.round(scaling.offset() - scaling.factor() * intercept));
  }

  /** Whether the live decision can read every feature of the card. */
  public boolean forLiveDecision() {
    return vocabulary == null;
  }

  public Scorecard named(String otherVersion) {
    return new Scorecard(
        schema, otherVersion, vocabulary, scaling, intercept, basePoints, features, training);
  }
}
