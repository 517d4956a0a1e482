package org.shouxin.risk.scorecard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.CardBin;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.CardScore;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.TrainingReport;

class CardTrainerTest {

  @Test
  void findsTheRelationItsHistoryWasDrawnFrom() {
    TrainingReport report = train(history(8_000, 1), 1).training();
    assertThat(report.test().auc()).isBetween(0.72, 0.85);
    assertThat(report.train().auc() - report.test().auc()).isBetween(-0.04, 0.04);
    assertThat(report.test().gini()).isCloseTo(2 * report.test().auc() - 1, within(1e-5));
    report
        .calibration()
        .forEach(bin -> assertThat(bin.predicted()).isCloseTo(bin.observed(), within(0.12)));
    assertThat(report.fairness()).extracting(TrainingReport.GroupReport::trait).contains("sex");
  }

  @Test
  void sameDataAndSeedGiveTheSameBytes() {
    byte[] once = CardDocument.bytes(train(history(3_000, 5), 9));
    byte[] again = CardDocument.bytes(train(history(3_000, 5), 9));
    assertThat(once).isEqualTo(again);
    assertThat(CardDocument.bytes(train(history(3_000, 5), 10))).isNotEqualTo(once);
  }

  @Property(tries = 6)
  void aRowAloneScoresLikeTheBatchAndEveryFigureIsFinite(@ForAll @IntRange(max = 1_000) int seed) {
    Dataset table = history(2_000, seed);
    Scorecard card = train(table, seed);
    CardScorer batch = new CardScorer(card);
    CardScorer alone = new CardScorer(CardDocument.read(new String(CardDocument.bytes(card))));
    for (int row = 0; row < table.rows(); row++) {
      CardScore single = alone.score(alone.rows().of(table.texts(row)));
      assertThat(single.score()).isEqualTo(batch.points(batch.rows().at(table, row)));
      assertThat(single.features()).allMatch(part -> part.pointsLost() >= 0);
    }
    for (CardFeature feature : card.features()) {
      assertThat(feature.coefficient()).isNegative();
      assertThat(feature.edges()).isSorted().doesNotHaveDuplicates();
      assertThat(feature.bins()).extracting(CardBin::woe).allMatch(Double::isFinite);
      assertMonotone(feature);
    }
  }

  @Test
  void scalingPointsDoubleTheOdds() {
    Scorecard card = train(history(2_000, 3), 3);
    double atBase = card.scaling().probabilityOfBad(600);
    double above = card.scaling().probabilityOfBad(650);
    assertThat((1 - atBase) / atBase).isCloseTo(20.0, within(1e-9));
    assertThat((1 - above) / above).isCloseTo(40.0, within(1e-9));
  }

  @Test
  void missingIsItsOwnBinAndNeverBetterThanTheWorstWhenUnseen() {
    Scorecard card = train(history(4_000, 2), 2);
    for (CardFeature feature : card.features()) {
      int worst = feature.bins().stream().mapToInt(CardBin::points).min().orElseThrow();
      if (!feature.missingTrained()) {
        assertThat(feature.missing().points()).isEqualTo(worst);
      }
    }
    assertThat(card.features()).anyMatch(CardFeature::missingTrained);
    CardScore empty = empty(new CardScorer(card));
    assertThat(empty.features()).allMatch(CardScore.FeaturePoints::missing);
  }

  private static CardScore empty(CardScorer scorer) {
    return scorer.score(scorer.rows().of(Map.of()));
  }

  private static void assertMonotone(CardFeature feature) {
    List<Double> woe = feature.bins().stream().map(CardBin::woe).toList();
    boolean rising = true;
    boolean falling = true;
    for (int i = 1; i < woe.size(); i++) {
      rising &= woe.get(i) >= woe.get(i - 1);
      falling &= woe.get(i) <= woe.get(i - 1);
    }
    assertThat(rising || falling).as(feature.name() + woe).isTrue();
  }

  private static Scorecard train(Dataset table, long seed) {
    return new CardTrainer(TrainingOptions.standard("bad", "test", seed)).train(table);
  }

  private static Dataset history(int rows, long seed) {
    HistoryGenerator generator = new HistoryGenerator(seed);
    StringBuilder csv = new StringBuilder(String.join(",", HistoryGenerator.HEADER)).append('\n');
    for (int i = 0; i < rows; i++) {
      csv.append(String.join(",", generator.next())).append('\n');
    }
    try {
      return LiveVocabulary.read(
          CsvText.of(csv.toString().getBytes(StandardCharsets.UTF_8)), "bad", List.of("sex"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
