package org.shouxin.servicing.cover.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.cover.model.LinkedCover.Contract;
import org.shouxin.servicing.cover.model.LinkedCover.Kind;
import org.shouxin.servicing.cover.model.LinkedCover.State;

class LinkedCoverTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @Test
  void aCoverSaysWhenItLapses() {
    assertRule("COVER_LAPSE", () -> cover(null, null));
    assertRule("COVER_LAPSED", () -> cover(TODAY.minusDays(1), 30));
    assertThat(cover(TODAY, null).state()).isEqualTo(State.ACTIVE);
    assertThat(cover(null, 30).contract().lapsesDaysPastDue()).isEqualTo(30);
  }

  @Test
  void aCoverEndsOnce() {
    LinkedCover cover = cover(TODAY, null);

    cover.end(TODAY);

    assertThat(cover.state()).isEqualTo(State.ENDED);
    assertThat(cover.endedOn()).isEqualTo(TODAY);
    assertRule("COVER_NOT_ACTIVE", () -> cover.end(TODAY));
  }

  private static LinkedCover cover(LocalDate lapsesOn, Integer daysPastDue) {
    return LinkedCover.of(
        new UUID(0, 1),
        new UUID(0, 2),
        new Contract(Kind.POLICY, "insurer", "P-1", lapsesOn, daysPastDue),
        TODAY,
        Instant.EPOCH);
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
