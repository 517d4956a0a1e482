package org.shouxin.risk.scorecard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.scorecard.card.CardScorer;

/** Rejected rows get outcomes by parcels of the accepted rows' scores. */
class RejectInferenceTest {

  private final Dataset data = Drawn.dataset(6_000, 11);
  private final CardScorer scorer = new CardScorer(AnySchemaTest.train(data, null));

  @Test
  void rejectedRowsTurnBadLikeAcceptedOnesOfTheirScore() {
    boolean[] rejected = everyThird();
    Dataset labelled = new RejectInference(scorer, 1, 5).label(data, rejected);
    assertThat(rate(labelled, rejected, true))
        .isBetween(rate(data, rejected, false) - 0.03, rate(data, rejected, false) + 0.03);
    assertThat(rate(labelled, rejected, false)).isEqualTo(rate(data, rejected, false));
  }

  @Test
  void theFactorMakesThemWorse() {
    boolean[] rejected = everyThird();
    double once = rate(new RejectInference(scorer, 1, 5).label(data, rejected), rejected, true);
    double twice = rate(new RejectInference(scorer, 2, 5).label(data, rejected), rejected, true);
    assertThat(twice).isGreaterThan(once * 1.4);
  }

  @Test
  void theirOwnLabelsAreNotLookedAt() {
    boolean[] rejected = everyThird();
    int[] other = data.bad().clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = rejected[i] ? 1 - other[i] : other[i];
    }
    RejectInference inference = new RejectInference(scorer, 1.3, 5);
    assertThat(inference.label(data.labelled(other), rejected).bad())
        .isEqualTo(inference.label(data, rejected).bad());
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new RejectInference(scorer, Double.NaN, 1))
        .isInstanceOf(DataRefused.class);
    boolean[] all = new boolean[data.rows()];
    Arrays.fill(all, true);
    assertThatThrownBy(() -> new RejectInference(scorer, 1, 1).label(data, all))
        .isInstanceOf(DataRefused.class);
  }

  private boolean[] everyThird() {
    boolean[] rejected = new boolean[data.rows()];
    for (int i = 0; i < rejected.length; i += 3) {
      rejected[i] = true;
    }
    return rejected;
  }

  private static double rate(Dataset data, boolean[] rejected, boolean of) {
    double rows = 0;
    double bads = 0;
    for (int i = 0; i < rejected.length; i++) {
      if (rejected[i] == of) {
        rows++;
        bads += data.bad()[i];
      }
    }
    return bads / rows;
  }
}
