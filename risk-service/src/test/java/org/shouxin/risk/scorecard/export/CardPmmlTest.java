package org.shouxin.risk.scorecard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pmml4s.model.Model;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.TrainingOptions;

/** Another engine reads the PMML and gives the same points; JSON read back does as well. */
class CardPmmlTest {

  private final Dataset data = Drawn.dataset(1_500, 21);
  private final Scorecard card =
      new CardTrainer(
              new TrainingOptions(
                  "bad",
                  "export-1",
                  "drawn",
                  1,
                  TrainingOptions.STANDARD_SETTINGS,
                  Scaling.STANDARD,
                  null))
          .train(data);
  private final CardScorer scorer = new CardScorer(card);

  @Test
  void anotherEngineGivesTheSameScores() {
    Model model = Model.fromString(CardPmml.document(card));
    for (int row = 0; row < data.rows(); row++) {
      assertSame(model, data.texts(row));
    }
    assertSame(model, Map.of("trade", "circus", "load", "0.5"));
    assertSame(model, Map.of());
    for (double edge : card.features().get(0).edges()) {
      assertSame(model, Map.of(card.features().get(0).name(), Double.toString(edge)));
    }
  }

  @Test
  void theJsonReadBackGivesTheSameScores() {
    CardScorer again = new CardScorer(CardDocument.read(new String(CardDocument.bytes(card))));
    for (int row = 0; row < data.rows(); row++) {
      assertThat(again.points(again.rows().at(data, row)))
          .isEqualTo(scorer.points(scorer.rows().at(data, row)));
    }
  }

  private void assertSame(Model model, Map<String, String> values) {
    Map<String, Object> given = new HashMap<>();
    values.forEach(
        (name, text) ->
            given.put(
                name,
                data.feature(name) != null && data.feature(name).isNumeric()
                    ? (Object) Double.valueOf(text)
                    : text));
    Object score = model.predict(given).get("score");
    assertThat(((Number) score).doubleValue())
        .as(values.toString())
        .isEqualTo(scorer.points(scorer.rows().of(values)));
  }
}
