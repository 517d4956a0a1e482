package org.shouxin.collections.planning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.collections.planning.model.Strategy.Step;
import org.shouxin.collections.planning.model.Strategy.TierPlan;

class PlannerTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate SINCE = LocalDate.of(2026, 3, 2);
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final Strategy STRATEGY =
      new Strategy(
          "test",
          LocalDate.of(2026, 1, 1),
          Map.of(
              "EARLY",
              new TierPlan(
                  List.of(
                      new Step(1, "SMS", "APP_PUSH", TEN),
                      new Step(3, "VOICE", "EMAIL", TEN),
                      new Step(5, "APP_PUSH", "APP_PUSH", TEN)),
                  7)),
          Map.of("SMS", "S", "VOICE", "V", "APP_PUSH", "P", "EMAIL", "E"));

  private static CaseFacts facts(LocalDate last) {
    return new CaseFacts(
        new UUID(1, 1),
        "EARLY",
        SINCE,
        false,
        false,
        false,
        false,
        Optional.of(SHANGHAI),
        Optional.ofNullable(last));
  }

  private static Optional<String> channel(CaseFacts facts, int day) {
    return Planner.next(facts, STRATEGY, SINCE.plusDays(day), SHANGHAI).map(PlannedStep::channel);
  }

  @ParameterizedTest
  @CsvSource({
    "0, , ",
    "1, , SMS",
    "2, 1, ",
    "2, , SMS",
    "3, 1, VOICE",
    "4, 3, ",
    "5, 3, APP_PUSH",
    "6, 5, ",
    "11, 5, ",
    "12, 5, APP_PUSH",
    "13, 12, ",
    "19, 12, APP_PUSH",
    "30, 5, APP_PUSH"
  })
  void theLatestDueStepOnceAndItsRepetitions(int day, Integer lastDay, String channel) {
    LocalDate last = lastDay == null ? null : SINCE.plusDays(lastDay);
    assertThat(channel(facts(last), day)).isEqualTo(Optional.ofNullable(channel));
  }

  @Test
  void nothingWhileHeldPromisedOrInGrace() {
    CaseFacts f = facts(null);
    assertThat(
            channel(
                new CaseFacts(
                    f.caseId(),
                    f.tier(),
                    SINCE,
                    false,
                    true,
                    false,
                    false,
                    f.zone(),
                    Optional.empty()),
                1))
        .isEmpty();
    assertThat(
            channel(
                new CaseFacts(
                    f.caseId(),
                    f.tier(),
                    SINCE,
                    false,
                    false,
                    true,
                    false,
                    f.zone(),
                    Optional.empty()),
                1))
        .isEmpty();
    assertThat(
            channel(
                new CaseFacts(
                    f.caseId(),
                    f.tier(),
                    SINCE,
                    true,
                    false,
                    false,
                    false,
                    f.zone(),
                    Optional.empty()),
                1))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, APP_PUSH", "3, EMAIL", "5, APP_PUSH"})
  void aLostNumberTurnsToTheOtherChannel(int day, String channel) {
    CaseFacts f = facts(SINCE.plusDays(day - 1));
    CaseFacts lost =
        new CaseFacts(
            f.caseId(), f.tier(), SINCE, false, false, false, true, f.zone(), f.lastActionOn());
    assertThat(channel(lost, day)).contains(channel);
  }

  @Test
  void theHourIsOnTheDebtorsClock() {
    CaseFacts f = facts(null);
    CaseFacts urumqi =
        new CaseFacts(
            f.caseId(),
            f.tier(),
            SINCE,
            false,
            false,
            false,
            false,
            Optional.of(ZoneId.of("Asia/Urumqi")),
            Optional.empty());
    assertThat(Planner.next(urumqi, STRATEGY, SINCE.plusDays(1), SHANGHAI))
        .map(PlannedStep::at)
        .contains(SINCE.plusDays(1).atTime(12, 0));
  }

  @Test
  void aTierWithoutAPlanIsLeftAlone() {
    CaseFacts f = facts(null);
    CaseFacts other =
        new CaseFacts(
            f.caseId(), "NOVEL", SINCE, false, false, false, false, f.zone(), Optional.empty());
    assertThat(channel(other, 1)).isEmpty();
  }
}
