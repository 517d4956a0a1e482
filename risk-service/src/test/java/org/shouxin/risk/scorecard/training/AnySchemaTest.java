package org.shouxin.risk.scorecard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.CardScore;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.Scorecard;

/** Cards over columns of any file: levels, special values, missing and unseen ones. */
class AnySchemaTest {

  @Property(tries = 8)
  void aRowAloneScoresLikeTheBatch(@ForAll @IntRange(max = 10_000) int seed) {
    Dataset data = Drawn.dataset(1_500, seed);
    Scorecard card = train(data, null);
    CardScorer batch = new CardScorer(card);
    CardScorer alone = new CardScorer(CardDocument.read(new String(CardDocument.bytes(card))));
    for (int row = 0; row < data.rows(); row++) {
      CardScore single = alone.score(alone.rows().of(data.texts(row)));
      assertThat(single.score()).isEqualTo(batch.points(batch.rows().at(data, row)));
      assertThat(single.features()).allMatch(part -> part.pointsLost() >= 0);
    }
  }

  @Test
  void everyKindOfValueHasItsOwnOutcome() {
    Scorecard card = train(Drawn.dataset(4_000, 1), null);
    CardFeature trade = feature(card, "trade");
    CardFeature tenure = feature(card, "tenure");
    assertThat(trade.kind()).isEqualTo(CardFeature.CATEGORICAL);
    assertThat(trade.missingTrained()).isTrue();
    assertThat(trade.unseen().woe())
        .isEqualTo(trade.bins().stream().mapToDouble(each -> each.woe()).min().orElseThrow());
    assertThat(tenure.specials()).singleElement().matches(each -> each.trained());
    CardScorer scorer = new CardScorer(card);
    assertThat(binOf(scorer, "trade", "circus")).isEqualTo(CardScorer.UNSEEN);
    assertThat(binOf(scorer, "trade", null)).isEqualTo(CardScorer.MISSING);
    assertThat(binOf(scorer, "tenure", "-1")).isEqualTo(tenure.bins().size());
    assertThat(binOf(scorer, "tenure", "-1.0")).isEqualTo(tenure.bins().size());
    assertThat(binOf(scorer, "tenure", "-2")).isZero();
  }

  @Test
  void levelsAreOrderedByTheirRisk() {
    CardFeature trade = feature(train(Drawn.dataset(6_000, 3), null), "trade");
    assertThat(trade.levels().get(0)).contains("farm");
    assertThat(trade.levels().get(trade.levels().size() - 1)).contains("works");
    assertThat(trade.bins()).extracting(each -> -each.woe()).isSorted();
  }

  /** A sample with a third of bads, used where a twentieth turns bad. */
  @Test
  void aPriorMovesEveryRowByTheSamePoints() {
    Dataset data = Drawn.dataset(4_000, 4);
    Scorecard plain = train(data, null);
    Scorecard moved = train(data, 0.05);
    double sample = (double) data.bads() / data.rows();
    double shift = Math.log(0.05 / 0.95) - Math.log(sample / (1 - sample));
    assertThat(moved.intercept() - plain.intercept()).isCloseTo(shift, within(0.01));
    assertThat(moved.features()).isEqualTo(plain.features());
  }

  @Test
  void aCardOfAnotherVocabularyMayNotReadTraits() {
    String json = new String(CardDocument.bytes(train(Drawn.dataset(2_000, 5), null)));
    assertThatThrownBy(() -> CardDocument.read(json.replace("\"trade\"", "\"sex\"")))
        .isInstanceOfSatisfying(
            CardInvalid.class, no -> assertThat(no.rule()).isEqualTo("CARD_PROTECTED_TRAIT"));
    assertThatThrownBy(
            () ->
                CardDocument.read(json.replace("\"vocabulary\":\"drawn\"", "\"vocabulary\":null")))
        .isInstanceOf(CardInvalid.class);
  }

  private static int binOf(CardScorer scorer, String name, String value) {
    Map<String, String> values = new HashMap<>();
    values.put(name, value);
    return scorer.score(scorer.rows().of(values)).features().stream()
        .filter(each -> each.feature().equals(name))
        .findFirst()
        .orElseThrow()
        .bin();
  }

  private static CardFeature feature(Scorecard card, String name) {
    return card.features().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  static Scorecard train(Dataset data, Double prior) {
    return new CardTrainer(
            new TrainingOptions(
                "bad",
                "any-1",
                "drawn",
                1,
                TrainingOptions.STANDARD_SETTINGS,
                Scaling.STANDARD,
                prior))
        .train(data);
  }
}
