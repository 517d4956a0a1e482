package org.shouxin.collections.hold.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;

class HoldTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Hold.Subject SUBJECT =
      new Hold.Subject(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3));

  @Test
  void placedThenReleasedOnce() {
    Hold.Placing placing =
        Hold.place(new UUID(9, 9), SUBJECT, HoldKind.DISPUTE, "amount", DAY, "collector");
    assertThat(placing.events()).hasExactlyElementsOfTypes(HoldEvent.HoldPlaced.class);
    assertThat(placing.hold().release(DAY, "officer"))
        .hasExactlyElementsOfTypes(HoldEvent.HoldReleased.class);
    assertThatThrownBy(() -> placing.hold().release(DAY, "officer"))
        .isInstanceOfSatisfying(
            RuleViolation.class, twice -> assertThat(twice.rule()).isEqualTo("HOLD_RELEASED"));
  }

  @Test
  void anAcceptedArrangementIsBrokenOnlyByLaterDelinquency() {
    Hold hold = Hold.placeFor(new UUID(9, 9), SUBJECT, new UUID(8, 8), DAY, "system").hold();
    assertThat(hold.isArrangementBroken(DAY.plusDays(5))).isFalse();
    hold.arrangementAccepted(DAY.plusDays(2));
    assertThat(hold.isArrangementBroken(DAY.plusDays(2))).isFalse();
    assertThat(hold.isArrangementBroken(DAY.plusDays(3))).isTrue();
  }

  @Test
  void onlyDeathMakesADebtorIncapable() {
    assertThat(HoldKind.DECEASED.incapable()).isTrue();
    assertThat(HoldKind.HARDSHIP.incapable()).isFalse();
  }
}
