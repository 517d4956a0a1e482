package org.shouxin.collections.reachability.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReachabilityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final UUID BORROWER = new UUID(1, 1);

  private final Reachability reach = new Reachability(BORROWER);

  private void suspect() {
    reach.receiptFailed(DAY);
  }

  @Test
  void threeFailuresInARowMakeASuspect() {
    assertThat(reach.attemptFailed(DAY)).isEmpty();
    assertThat(reach.attemptFailed(DAY)).isEmpty();
    assertThat(reach.attemptFailed(DAY))
        .contains(
            new Transition(
                BORROWER, ReachState.REACHABLE, ReachState.SUSPECT, "FAILURES_IN_ROW", DAY));
  }

  @Test
  void anAnswerStartsTheCountAgain() {
    reach.attemptFailed(DAY);
    reach.attemptFailed(DAY);
    reach.answered(DAY);
    assertThat(reach.attemptFailed(DAY)).isEmpty();
    assertThat(reach.failuresInRow()).isEqualTo(1);
  }

  @Test
  void oneFailedReceiptIsEnough() {
    assertThat(reach.receiptFailed(DAY)).map(Transition::needsCheck).contains(true);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, ACTIVE_NO_ANSWER",
    "SUSPENDED, SUSPENDED",
    "EMPTY, EMPTY",
    "RECYCLED, RECYCLED",
    "NOT_EVALUATED, SUSPECT",
    "UNVERIFIED, SUSPECT"
  })
  void theCarrierDecidesWhatASuspectIs(NumberStatus answer, ReachState state) {
    suspect();
    reach.checked(answer, DAY);
    assertThat(reach.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(
      value = NumberStatus.class,
      names = {"EMPTY", "RECYCLED"})
  void aLossIsOneOnlyOnce(NumberStatus status) {
    suspect();
    assertThat(reach.checked(status, DAY)).map(Transition::isLoss).contains(true);
    assertThat(reach.reported(status, DAY)).isEmpty();
  }

  @Test
  void anEmptyNumberThatBecomesAStrangersIsNoSecondLoss() {
    reach.reported(NumberStatus.EMPTY, DAY);
    assertThat(reach.reported(NumberStatus.RECYCLED, DAY)).map(Transition::isLoss).contains(false);
    assertThat(reach.state()).isEqualTo(ReachState.RECYCLED);
  }

  @Test
  void aConfirmedNumberBringsTheBorrowerBack() {
    reach.reported(NumberStatus.EMPTY, DAY);
    assertThat(reach.reported(NumberStatus.ACTIVE, DAY)).map(Transition::isReturn).contains(true);
    assertThat(reach.failuresInRow()).isZero();
  }

  @Test
  void anAnsweredCallBringsBackFromEmptyButNotFromRecycled() {
    reach.reported(NumberStatus.EMPTY, DAY);
    assertThat(reach.answered(DAY)).map(Transition::isReturn).contains(true);
    reach.reported(NumberStatus.RECYCLED, DAY);
    assertThat(reach.answered(DAY)).isEmpty();
    assertThat(reach.state()).isEqualTo(ReachState.RECYCLED);
  }

  @Test
  void afterRecycledOnlyANewlyVerifiedNumberHelps() {
    reach.reported(NumberStatus.RECYCLED, DAY);
    reach.reported(NumberStatus.EMPTY, DAY);
    reach.reported(NumberStatus.SUSPENDED, DAY);
    reach.checked(NumberStatus.ACTIVE, DAY);
    reach.attemptFailed(DAY);
    reach.receiptFailed(DAY);
    assertThat(reach.state()).isEqualTo(ReachState.RECYCLED);
    assertThat(reach.reported(NumberStatus.ACTIVE, DAY)).map(Transition::isReturn).contains(true);
  }

  @Test
  void anActiveNumberThatNobodyAnswersIsWatchedOn() {
    suspect();
    reach.checked(NumberStatus.ACTIVE, DAY);
    reach.attemptFailed(DAY);
    reach.attemptFailed(DAY);
    assertThat(reach.attemptFailed(DAY)).map(Transition::to).contains(ReachState.SUSPECT);
  }

  @Provide
  Arbitrary<List<Integer>> histories() {
    return Arbitraries.integers().between(0, 14).list().ofMaxSize(40);
  }

  @Property
  void lossesAndReturnsAlternateAndTheEvidenceIsAChain(@ForAll("histories") List<Integer> history) {
    Reachability any = new Reachability(BORROWER);
    List<Transition> kept = new ArrayList<>();
    for (int step : history) {
      happen(any, step).ifPresent(kept::add);
    }
    ReachState expected = ReachState.REACHABLE;
    boolean lost = false;
    for (Transition step : kept) {
      assertThat(step.from()).isEqualTo(expected).isNotEqualTo(step.to());
      if (step.isLoss()) {
        assertThat(lost).isFalse();
        lost = true;
      }
      if (step.isReturn()) {
        assertThat(lost).isTrue();
        lost = false;
      }
      expected = step.to();
    }
    assertThat(any.state()).isEqualTo(expected);
    assertThat(any.state().isLost()).isEqualTo(lost);
  }

  private static Optional<Transition> happen(Reachability any, int step) {
    NumberStatus[] statuses = NumberStatus.values();
    if (step < statuses.length) {
      return any.checked(statuses[step], DAY);
    }
    if (step < 2 * statuses.length) {
      return any.reported(statuses[step - statuses.length], DAY);
    }
    return switch (step - 2 * statuses.length) {
      case 0 -> any.attemptFailed(DAY);
      case 1 -> any.receiptFailed(DAY);
      default -> any.answered(DAY);
    };
  }
}
