package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ContactLawPropertyTest {
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 0, 0);
  private static final int MINUTES_OF_TWO_YEARS = 2 * 365 * 24 * 60;
  private static final List<String> ZONES = new ArrayList<>(ZoneId.getAvailableZoneIds());

  @Provide
  Arbitrary<Proposal> proposals() {
    return Combinators.combine(
            Arbitraries.of(Channel.class),
            Arbitraries.of(Person.class),
            Arbitraries.integers().between(0, MINUTES_OF_TWO_YEARS),
            Arbitraries.of(
                Optional.of(Samples.NOTICE), Optional.of(Samples.RELAY), Optional.<Script>empty()))
        .as(
            (channel, person, minutes, script) ->
                Samples.proposal(channel, person, BEGIN.plusMinutes(minutes), script));
  }

  @Provide
  Arbitrary<ContactFacts> facts() {
    Arbitrary<Boolean> mostly =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
    return Combinators.combine(
            mostly,
            mostly,
            mostly,
            Arbitraries.of(NumberHealth.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(ZONES).optional(0.9),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 7))
        .as(
            (closed, held, incapable, number, failures, zone, calls, attempts) ->
                new ContactFacts(
                    !closed,
                    held,
                    incapable,
                    number,
                    failures,
                    zone.map(ZoneId::of),
                    calls,
                    attempts));
  }

  @Property(tries = 5_000)
  void whatIsAllowedKeepsEveryRule(
      @ForAll("proposals") Proposal proposal, @ForAll("facts") ContactFacts facts) {
    if (ContactLaw.judge(proposal, facts, Samples.LAW).isPresent()) {
      return;
    }
    LocalTime local =
        proposal.plannedAt().withZoneSameInstant(facts.zone().orElseThrow()).toLocalTime();
    assertThat(local).isBetween(LocalTime.of(8, 0), LocalTime.of(21, 59, 59, 999_999_999));
    assertThat(facts.caseOpen()).isTrue();
    assertThat(facts.held()).isFalse();
    assertThat(facts.attemptsToday()).isLessThan(6);
    assertThat(proposal.script()).isPresent();
    if (proposal.channel() == Channel.VOICE) {
      assertThat(facts.effectiveCallsToday()).isLessThan(3);
    }
    if (proposal.person() == Person.DEBTOR && proposal.channel().usesNumber()) {
      assertThat(facts.number()).isEqualTo(NumberHealth.USABLE);
    }
    if (proposal.person() == Person.THIRD_PARTY) {
      assertThat(proposal.script()).contains(Samples.RELAY);
      assertThat(
              facts.number() != NumberHealth.USABLE
                  || facts.debtorIncapable()
                  || facts.failuresInRow() >= 3)
          .isTrue();
    }
  }

  @Property
  void whatIsRefusedBeforeAskingIsRefusedAfter(
      @ForAll("proposals") Proposal proposal, @ForAll("facts") ContactFacts facts) {
    if (ContactLaw.beforeAsking(proposal, facts, Samples.LAW).isPresent()) {
      assertThat(ContactLaw.judge(proposal, facts, Samples.LAW)).isPresent();
    }
  }

  @Property
  void moreContactsAlreadyMadeNeverAllowMore(
      @ForAll("proposals") Proposal proposal,
      @ForAll("facts") ContactFacts facts,
      @ForAll @IntRange(max = 3) int calls,
      @ForAll @IntRange(max = 3) int attempts) {
    ContactFacts more =
        new ContactFacts(
            facts.caseOpen(),
            facts.held(),
            facts.debtorIncapable(),
            facts.number(),
            facts.failuresInRow(),
            facts.zone(),
            facts.effectiveCallsToday() + calls,
            facts.attemptsToday() + attempts);
    if (ContactLaw.judge(proposal, facts, Samples.LAW).isPresent()) {
      assertThat(ContactLaw.judge(proposal, more, Samples.LAW)).isPresent();
    }
  }

  @Property
  void anOperatorCanOnlyTakeAway(
      @ForAll("proposals") Proposal proposal,
      @ForAll("facts") ContactFacts facts,
      @ForAll @IntRange(max = 3) int calls,
      @ForAll @IntRange(max = 6) int attempts,
      @ForAll @IntRange(min = 8, max = 14) int opens,
      @ForAll @IntRange(min = 15, max = 22) int closes) {
    ContactLimits tighter =
        Samples.LAW.tightenedBy(
            new OperatorLimits(
                Optional.of(LocalTime.of(opens, 0)),
                Optional.of(LocalTime.of(closes, 0)),
                OptionalInt.of(calls),
                OptionalInt.of(attempts)));
    if (ContactLaw.judge(proposal, facts, Samples.LAW).isPresent()) {
      assertThat(ContactLaw.judge(proposal, facts, tighter)).isPresent();
    }
  }

  @Property
  void theSameInstantIsJudgedAlikeHoweverItIsWritten(
      @ForAll("proposals") Proposal proposal,
      @ForAll("facts") ContactFacts facts,
      @ForAll @IntRange(min = -12, max = 12) int hours) {
    Proposal elsewhere =
        new Proposal(
            proposal.channel(),
            proposal.person(),
            proposal.plannedAt().withZoneSameInstant(ZoneOffset.ofHours(hours)),
            proposal.scriptCode(),
            proposal.script());
    if (elsewhere.plannedAt().toLocalDate().equals(proposal.plannedAt().toLocalDate())) {
      assertThat(ContactLaw.judge(elsewhere, facts, Samples.LAW))
          .isEqualTo(ContactLaw.judge(proposal, facts, Samples.LAW));
    }
  }
}
