package org.shouxin.risk.blacklist.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.blacklist.model.BlacklistEntry.Answer;
import org.shouxin.risk.blacklist.model.BlacklistEntry.BlacklistChanged;
import org.shouxin.risk.blacklist.model.BlacklistEntry.Evidence;
import org.shouxin.risk.blacklist.model.BlacklistEntry.Ground;
import org.shouxin.risk.blacklist.model.BlacklistEntry.State;

class BlacklistEntryTest {

  private static final UUID ID = new UUID(0, 1);
  private static final UUID BORROWER = new UUID(0, 2);
  private static final LocalDate WRITTEN_OFF = LocalDate.of(2026, 3, 31);

  private final BlacklistEntry entry =
      new BlacklistEntry(
          ID,
          Ground.WRITTEN_OFF,
          new Evidence(new UUID(0, 3), BORROWER, WRITTEN_OFF, new UUID(0, 4), null),
          null,
          "officer-1",
          Instant.EPOCH);

  @Test
  void anotherPersonActivatesAfterNotice() {
    assertBroken(BlacklistEntry.FOUR_EYES, () -> entry.activate("officer-1", "N-1"));
    assertThat(entry.activate("officer-2", "N-1"))
        .containsExactly(new BlacklistChanged(ID, BORROWER, State.ACTIVE, Ground.WRITTEN_OFF));
    assertBroken(BlacklistEntry.STATE, () -> entry.activate("officer-2", "N-1"));
  }

  @Test
  void anObjectionMustBeAnsweredInTwentyDays() {
    entry.activate("officer-2", "N-1");
    LocalDate filed = LocalDate.of(2026, 5, 1);
    entry.objected("O-1", filed);
    assertThat(entry.state()).isEqualTo(State.DISPUTED);
    assertThat(entry.answerDueOn()).isEqualTo(LocalDate.of(2026, 5, 21));
    assertThat(entry.dayOpened(LocalDate.of(2026, 5, 21))).isEmpty();
    assertThat(entry.dayOpened(LocalDate.of(2026, 5, 22)))
        .extracting(BlacklistChanged::state)
        .containsExactly(State.REMOVED);
    assertThat(entry.removedBecause()).isEqualTo("CN-CREDIT-03");
    assertThat(entry.dayOpened(LocalDate.of(2026, 5, 23))).isEmpty();
  }

  @Test
  void anAnswerKeepsOrRemoves() {
    entry.activate("officer-2", "N-1");
    entry.objected("O-1", WRITTEN_OFF);
    assertBroken(
        BlacklistEntry.FOUR_EYES,
        () -> entry.answered(Answer.UPHELD, "A-1", "officer-1", WRITTEN_OFF));
    entry.answered(Answer.UPHELD, "A-1", "reviewer-1", WRITTEN_OFF);
    assertThat(entry.state()).isEqualTo(State.ACTIVE);
    entry.objected("O-2", WRITTEN_OFF);
    entry.answered(Answer.REMOVED, "A-2", "reviewer-1", WRITTEN_OFF);
    assertThat(entry.state()).isEqualTo(State.REMOVED);
    assertBroken(BlacklistEntry.STATE, () -> entry.objected("O-3", WRITTEN_OFF));
  }

  @Test
  void anEntryNeverNoticedGoesBackToProposed() {
    entry.objected("O-1", WRITTEN_OFF);
    entry.answered(Answer.UPHELD, "A-1", "reviewer-1", WRITTEN_OFF);
    assertThat(entry.state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void fiveYearsAfterTheWriteOffItIsRemoved() {
    entry.activate("officer-2", "N-1");
    assertThat(entry.expiresOn()).isEqualTo(LocalDate.of(2031, 3, 31));
    assertThat(entry.dayOpened(LocalDate.of(2031, 3, 31))).isEmpty();
    assertThat(entry.dayOpened(LocalDate.of(2031, 4, 1))).hasSize(1);
    assertThat(entry.removedBecause()).isEqualTo("CN-CREDIT-02");
  }

  private static void assertBroken(String rule, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RuleViolation.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
  }
}
