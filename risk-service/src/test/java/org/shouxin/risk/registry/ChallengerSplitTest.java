package org.shouxin.risk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.training.Purpose;

class ChallengerSplitTest {

  private static final List<RegisteredModel> LIVE =
      List.of(model("a", Stage.CHAMPION, 0), model("b", Stage.CHALLENGER, 20));

  @Test
  void theChallengerGetsItsShareAndTheSameSubjectTheSameModel() {
    long challenged =
        IntStream.range(0, 20_000).filter(i -> decider(LIVE, "tag-" + i).equals("b")).count();
    assertThat(challenged).isBetween(3_800L, 4_200L);
    for (int i = 0; i < 100; i++) {
      assertThat(decider(LIVE, "tag-" + i)).isEqualTo(decider(LIVE, "tag-" + i));
    }
  }

  @Test
  void aLargerShareKeepsThoseItHad() {
    List<RegisteredModel> more =
        List.of(model("a", Stage.CHAMPION, 0), model("b", Stage.CHALLENGER, 40));
    IntStream.range(0, 2_000)
        .filter(i -> decider(LIVE, "tag-" + i).equals("b"))
        .forEach(i -> assertThat(decider(more, "tag-" + i)).isEqualTo("b"));
  }

  @Test
  void withoutAChampionNobodyDecidesForTheRest() {
    assertThat(ChallengerSplit.decider(List.of(model("s", Stage.SHADOW, 0)), "x")).isEmpty();
  }

  @Test
  void stagesGoUpStepByStepAndNeverBackFromRetirement() {
    assertThat(Stage.DRAFT.mayBecome(Stage.SHADOW)).isTrue();
    assertThat(Stage.DRAFT.mayBecome(Stage.CHAMPION)).isFalse();
    assertThat(Stage.DRAFT.mayBecome(Stage.CHALLENGER)).isFalse();
    for (Stage next : Stage.values()) {
      assertThat(Stage.RETIRED.mayBecome(next)).isFalse();
    }
  }

  private static String decider(List<RegisteredModel> live, String subject) {
    return ChallengerSplit.decider(live, subject).orElseThrow().version();
  }

  private static RegisteredModel model(String version, Stage stage, int share) {
    return new RegisteredModel(
        version, Purpose.LENDING, "CARD", "", stage, share, Instant.EPOCH, "admin-1");
  }
}
