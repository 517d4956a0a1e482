package org.shouxin.risk.scorecard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.risk.scorecard.card.CardScore;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.model.StoredCard;

/**
 * Scores features with a card. Cards never change, so a card once read stays laid out in memory.
 */
@ApplicationScoped
public class ScoreFeatures {

  private static final int CARDS_KEPT_MAX = 64;

  private final Scorecards scorecards;
  private final Map<String, CardScorer> scorers = new ConcurrentHashMap<>();
  private final CardScorer bundled;

  public ScoreFeatures(Scorecards scorecards, BundledCard bundledCard) {
    this.scorecards = scorecards;
    this.bundled = new CardScorer(bundledCard.card());
  }

  /** Version of the active card. */
  public Uni<String> activeVersion() {
    return scorecards
        .active()
        .map(active -> active == null ? bundled.card().version() : active.version());
  }

  /**
   * @param features plain decimals by vocabulary name; left out is missing
   */
  public Uni<Scored> score(String version, Map<String, String> features) {
    return scorer(version).map(scorer -> scored(scorer, features));
  }

  /** The same without a look at the database. */
  static Scored scored(CardScorer scorer, Map<String, String> features) {
    CardScore score = scorer.score(scorer.rows().of(features));
    BigDecimal probability =
        new BigDecimal(scorer.card().scaling().probabilityOfBad(score.score()))
            .setScale(6, RoundingMode.HALF_EVEN);
    return new Scored(
        scorer.card().version(),
        score.score(),
        probability.toPlainString(),
        score.features().stream().map(ScoreFeatures::points).toList());
  }

  private static Scored.FeaturePoints points(CardScore.FeaturePoints part) {
    return new Scored.FeaturePoints(part.feature(), part.bin(), part.points(), part.pointsLost());
  }

  private Uni<CardScorer> scorer(String version) {
    if (version.equals(bundled.card().version())) {
      return Uni.createFrom().item(bundled);
    }
    CardScorer known = scorers.get(version);
    return known != null
        ? Uni.createFrom().item(known)
        : scorecards.find(version).map(stored -> keep(version, stored));
  }

  private CardScorer keep(String version, StoredCard stored) {
    if (stored == null) {
      throw new NotFound("scorecard", version);
    }
    if (scorers.size() >= CARDS_KEPT_MAX) {
      scorers.clear();
    }
    return scorers.computeIfAbsent(
        version, any -> new CardScorer(CardDocument.read(stored.document())));
  }
}
