package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AucTest {

  @Test
  void perfectWorstAndBlindScores() {
    assertThat(Auc.of(judged(new int[] {700, 650}, new int[] {500, 400}))).isEqualTo("1.000");
    assertThat(Auc.of(judged(new int[] {400}, new int[] {500, 600}))).isEqualTo("0.000");
    assertThat(Auc.of(judged(new int[] {500, 500}, new int[] {500}))).isEqualTo("0.500");
  }

  @Test
  void countsPairsAndHalvesTies() {
    assertThat(Auc.of(judged(new int[] {600, 500, 400}, new int[] {500, 300}))).isEqualTo("0.750");
  }

  @Test
  void saysNothingWithoutBothEnds() {
    assertThat(Auc.of(judged(new int[] {600}, new int[] {}))).isEqualTo("n/a");
    assertThat(Auc.of(List.of())).isEqualTo("n/a");
  }

  private static List<Auc.Judged> judged(int[] kept, int[] stopped) {
    List<Auc.Judged> all = new ArrayList<>();
    for (int score : kept) {
      all.add(new Auc.Judged(score, false));
    }
    for (int score : stopped) {
      all.add(new Auc.Judged(score, true));
    }
    return all;
  }
}
