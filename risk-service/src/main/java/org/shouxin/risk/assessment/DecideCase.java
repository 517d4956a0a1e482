package org.shouxin.risk.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.AssessmentResult;
import org.shouxin.risk.assessment.model.Decision;
import org.shouxin.risk.assessment.model.FeatureSheet;
import org.shouxin.risk.assessment.model.Score;
import org.shouxin.risk.assessment.model.policy.Ceilings;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.scorecard.ScoreFeatures;
import org.shouxin.risk.scorecard.Scored;

/**
 * Scores the facts with a card and decides by a policy: the same path for the first time and
 * replay.
 */
@ApplicationScoped
public class DecideCase {

  private final ScoreFeatures cards;

  public DecideCase(ScoreFeatures cards) {
    this.cards = cards;
  }

  Uni<String> activeCard() {
    return cards.activeVersion();
  }

  Uni<AssessmentResult> decide(
      AssessmentFacts facts, Policy policy, Ceilings ceilings, String cardVersion) {
    return cards
        .score(cardVersion, FeatureSheet.of(facts))
        .map(scored -> Decision.of(facts, policy, ceilings, score(scored)));
  }

  private static Score score(Scored scored) {
    return new Score(
        scored.cardVersion(),
        scored.score(),
        scored.probabilityOfBad(),
        scored.features().stream()
            .map(
                part ->
                    new Score.FeaturePoints(
                        part.feature(), part.bin(), part.points(), part.pointsLost()))
            .toList());
  }
}
