package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AucTest {

  private static final int TIMES = 20;

  @Test
  void perfectWorstAndBlindScores() {
    assertThat(Auc.of(judged(new int[] {700, 650}, new int[] {500, 400}))).isEqualTo("1.000");
    assertThat(Auc.of(judged(new int[] {400, 450}, new int[] {500, 600}))).isEqualTo("0.000");
    assertThat(Auc.of(judged(new int[] {500, 500}, new int[] {500}))).isEqualTo("0.500");
  }

  @Test
  void countsPairsAndHalvesTies() {
    assertThat(Auc.of(judged(new int[] {600, 500, 400}, new int[] {500, 300}))).isEqualTo("0.750");
  }

  @Test
  void isNotEvaluatedOnFewOutcomes() {
    assertThat(Auc.of(List.of())).startsWith("NOT_EVALUATED");
    assertThat(Auc.of(judged(39, 10))).startsWith("NOT_EVALUATED");
    assertThat(Auc.of(judged(41, 9))).startsWith("NOT_EVALUATED");
    assertThat(Auc.of(judged(9, 41))).startsWith("NOT_EVALUATED");
    assertThat(Auc.of(judged(40, 10))).isEqualTo("0.500");
  }

  private static List<Auc.Judged> judged(int kept, int stopped) {
    List<Auc.Judged> all = new ArrayList<>();
    for (int i = 0; i < kept + stopped; i++) {
      all.add(new Auc.Judged(500, i >= kept));
    }
    return all;
  }

  /** Each score twenty times, so that there are enough. */
  private static List<Auc.Judged> judged(int[] kept, int[] stopped) {
    List<Auc.Judged> all = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      for (int score : kept) {
        all.add(new Auc.Judged(score, false));
      }
      for (int score : stopped) {
        all.add(new Auc.Judged(score, true));
      }
    }
    return all;
  }
}
