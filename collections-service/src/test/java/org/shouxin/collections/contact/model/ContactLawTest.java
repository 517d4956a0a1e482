package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.collections.contact.model.Samples.DAY;
import static org.shouxin.collections.contact.model.Samples.LAW;
import static org.shouxin.collections.contact.model.Samples.NOTICE;
import static org.shouxin.collections.contact.model.Samples.RELAY;
import static org.shouxin.collections.contact.model.Samples.call;
import static org.shouxin.collections.contact.model.Samples.facts;
import static org.shouxin.collections.contact.model.Samples.proposal;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactLawTest {
  private static final LocalDateTime TEN = DAY.atTime(10, 0);

  private static Optional<String> rule(Proposal proposal, Samples.Facts facts) {
    return ContactLaw.judge(proposal, facts.get(), LAW).map(Refusal::rule);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void anOrdinaryContactIsLawfulByEveryChannel(Channel channel) {
    assertThat(rule(Samples.at(channel, TEN), facts())).isEmpty();
  }

  @Nested
  class CnContact01 {
    @ParameterizedTest
    @CsvSource({
      "2026-03-02T07:59:59.999999999, Asia/Shanghai, true",
      "2026-03-02T08:00:00, Asia/Shanghai, false",
      "2026-03-02T21:59:59.999999999, Asia/Shanghai, false",
      "2026-03-02T22:00:00, Asia/Shanghai, true",
      "2026-03-02T23:59:59, Asia/Shanghai, true",
      "2026-03-03T00:00:00, Asia/Shanghai, true",
      // 08:30 in Shanghai is 06:30 in Urumqi
      "2026-03-02T08:30:00, Asia/Urumqi, true",
      "2026-03-02T10:00:00, Asia/Urumqi, false",
      // 23:00 in Shanghai is 21:00 in Urumqi
      "2026-03-02T23:00:00, Asia/Urumqi, false",
      // 10:00 in Shanghai is 03:00 in Berlin, the same day
      "2026-03-02T10:00:00, Europe/Berlin, true",
      "2026-03-02T15:00:00, Europe/Berlin, false",
      // 06:00 in Shanghai is 17:00 in New York, the day before
      "2026-03-02T06:00:00, America/New_York, false",
      // a zone of a quarter of an hour: 10:00 is 07:45 in Kathmandu
      "2026-03-02T10:00:00, Asia/Kathmandu, true",
      "2026-03-02T10:15:00, Asia/Kathmandu, false",
      // clocks in Berlin go forward on 29 March 2026: 14:00 is 07:00 the day before, 08:00 on it
      "2026-03-28T14:00:00, Europe/Berlin, true",
      "2026-03-29T14:00:00, Europe/Berlin, false",
    })
    void hoursAreTheDebtorsOwn(LocalDateTime at, String zone, boolean refused) {
      assertThat(rule(call(at), facts().zone(zone)))
          .isEqualTo(refused ? Optional.of("CN-CONTACT-01") : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void unknownZoneMeansNo(Channel channel) {
      assertThat(rule(Samples.at(channel, TEN), facts().zone(null))).contains("CN-CONTACT-01");
    }

    @Test
    void anUnknownZoneIsNoReasonNotToAskForIt() {
      assertThat(ContactLaw.beforeAsking(call(TEN), facts().zone(null).get(), LAW)).isEmpty();
    }

    @Test
    void aKnownZoneRefusesBeforeAnythingIsDisclosed() {
      assertThat(ContactLaw.beforeAsking(call(DAY.atTime(23, 0)), facts().get(), LAW))
          .map(Refusal::rule)
          .contains("CN-CONTACT-01");
    }
  }

  @Nested
  class CnContact02 {
    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, false", "3, true", "4, true"})
    void threeEffectiveCallsADay(int callsToday, boolean refused) {
      assertThat(rule(call(TEN), facts().calls(callsToday)))
          .isEqualTo(refused ? Optional.of("CN-CONTACT-02") : Optional.empty());
    }

    @Test
    void otherChannelsAreNotCalls() {
      assertThat(rule(Samples.at(Channel.SMS, TEN), facts().calls(3))).isEmpty();
    }
  }

  @Nested
  class CnContact03 {
    @ParameterizedTest
    @CsvSource({"0, false", "5, false", "6, true", "7, true"})
    void sixUnansweredAttemptsAtOnePoint(int attemptsToday, boolean refused) {
      assertThat(rule(call(TEN), facts().attempts(attemptsToday)))
          .isEqualTo(refused ? Optional.of("CN-CONTACT-03") : Optional.empty());
    }
  }

  @Nested
  class CnContact04 {
    @Test
    void aTextIsForWhomItWasApproved() {
      Script debtorOnly =
          new Script("X", 1, Set.of(Channel.VOICE), Set.of(Person.DEBTOR), true, DAY, null);
      assertThat(
              rule(
                  proposal(Channel.VOICE, Person.GUARANTOR, TEN, Optional.of(debtorOnly)), facts()))
          .contains("CN-CONTACT-04");
    }

    @Test
    void aGuarantorMayHearWhatTheDebtorMay() {
      assertThat(rule(proposal(Channel.SMS, Person.GUARANTOR, TEN, Optional.of(NOTICE)), facts()))
          .isEmpty();
    }
  }

  @Nested
  class CnContact05 {
    private final Proposal relay =
        proposal(Channel.VOICE, Person.THIRD_PARTY, TEN, Optional.of(RELAY));

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void nobodyElseWhileTheDebtorCanBeReached(int failures) {
      assertThat(rule(relay, facts().failures(failures))).contains("CN-CONTACT-05");
    }

    @Test
    void threeFailuresInARowOpenTheGate() {
      assertThat(rule(relay, facts().failures(3))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = NumberHealth.class,
        names = {"EMPTY", "RECYCLED"})
    void anInvalidNumberOpensTheGate(NumberHealth health) {
      assertThat(rule(relay, facts().number(health))).isEmpty();
    }

    @Test
    void deathOrIncapacityOpensTheGate() {
      assertThat(rule(relay, facts().incapable())).isEmpty();
    }
  }

  @Nested
  class CnContact06 {
    @Test
    void aThirdPartyHearsNothingOfTheDebt() {
      assertThat(
              rule(
                  proposal(Channel.VOICE, Person.THIRD_PARTY, TEN, Optional.of(NOTICE)),
                  facts().failures(3)))
          .contains("CN-CONTACT-06");
    }
  }

  @Nested
  class CnContact08 {
    @Test
    void aTextNobodyApproved() {
      assertThat(rule(proposal(Channel.SMS, Person.DEBTOR, TEN, Optional.empty()), facts()))
          .contains("CN-CONTACT-08");
    }

    @Test
    void aTextForAnotherChannel() {
      Script callOnly =
          new Script("X", 1, Set.of(Channel.VOICE), Set.of(Person.DEBTOR), true, DAY, null);
      assertThat(rule(proposal(Channel.SMS, Person.DEBTOR, TEN, Optional.of(callOnly)), facts()))
          .contains("CN-CONTACT-08");
    }

    @Test
    void aTextThatHidesWhoSpeaks() {
      Script hidden =
          new Script("X", 1, Set.of(Channel.SMS), Set.of(Person.DEBTOR), false, DAY, null);
      assertThat(rule(proposal(Channel.SMS, Person.DEBTOR, TEN, Optional.of(hidden)), facts()))
          .contains("CN-CONTACT-08");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, true", "2026-03-02, false", "2026-03-31, false", "2026-04-01, true"})
    void aTextOutsideItsDays(String day, boolean refused) {
      Script march =
          new Script(
              "X",
              1,
              Set.of(Channel.SMS),
              Set.of(Person.DEBTOR),
              true,
              DAY,
              DAY.withDayOfMonth(31));
      assertThat(
              rule(
                  proposal(
                      Channel.SMS,
                      Person.DEBTOR,
                      LocalDateTime.parse(day + "T10:00:00"),
                      Optional.of(march)),
                  facts()))
          .isEqualTo(refused ? Optional.of("CN-CONTACT-08") : Optional.empty());
    }
  }

  @Nested
  class HouseRules {
    @ParameterizedTest
    @EnumSource(Channel.class)
    void aHoldStopsEverything(Channel channel) {
      assertThat(rule(Samples.at(channel, TEN), facts().held())).contains("HOLD_ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aClosedCaseIsLeftAlone(Channel channel) {
      assertThat(rule(Samples.at(channel, TEN), facts().closed())).contains("CASE_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
      "SMS, EMPTY, NUMBER_EMPTY",
      "VOICE, EMPTY, NUMBER_EMPTY",
      "EMAIL, EMPTY,",
      "APP_PUSH, EMPTY,",
      "SMS, RECYCLED, NUMBER_RECYCLED",
      "VOICE, RECYCLED, NUMBER_RECYCLED",
      "EMAIL, RECYCLED,",
      "APP_PUSH, RECYCLED,"
    })
    void aLostNumberClosesVoiceAndSmsOnly(Channel channel, NumberHealth health, String rule) {
      assertThat(rule(Samples.at(channel, TEN), facts().number(health)))
          .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void theGravestRuleIsCited() {
      assertThat(
              rule(
                  call(DAY.atTime(23, 0)),
                  facts().held().number(NumberHealth.RECYCLED).calls(3).attempts(6)))
          .contains("HOLD_ACTIVE");
    }
  }
}
