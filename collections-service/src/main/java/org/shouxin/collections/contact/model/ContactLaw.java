package org.shouxin.collections.contact.model;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a contact may be made: pure functions over the rule book's figures.
 *
 * <p>Rules are asked in a fixed order, the gravest first, and the first that refuses is cited.
 * {@link #beforeAsking} uses only what collections knows itself, so that a contact refused there
 * never makes origination disclose an address; {@link #judge} is the whole law and is asked again,
 * under the reserved slots, once the debtor's zone and contact point are known.
 */
public final class ContactLaw {
  private static final List<Rule> KNOWN_HERE =
      List.of(
          ContactLaw::openCase,
          ContactLaw::noHold,
          ContactLaw::approvedText,
          ContactLaw::thirdPartyGate,
          ContactLaw::persons,
          ContactLaw::liveNumber,
          ContactLaw::effectiveCalls);

  private static final List<Rule> KNOWN_AFTER =
      List.of(ContactLaw::quietHours, ContactLaw::unansweredAttempts);

  private ContactLaw() {}

  @FunctionalInterface
  private interface Rule {
    Optional<Refusal> check(Proposal proposal, ContactFacts facts, ContactLimits limits);
  }

  /** The rules that need no disclosure; hours too where the zone is already known. */
  public static Optional<Refusal> beforeAsking(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return first(KNOWN_HERE, proposal, facts, limits)
        .or(() -> facts.zone().flatMap(zone -> quietHours(proposal, facts, limits)));
  }

  /** The whole law. */
  public static Optional<Refusal> judge(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return first(KNOWN_HERE, proposal, facts, limits)
        .or(() -> first(KNOWN_AFTER, proposal, facts, limits));
  }

  private static Optional<Refusal> first(
      List<Rule> rules, Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return rules.stream()
        .map(rule -> rule.check(proposal, facts, limits))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> openCase(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return refuseIf(!facts.caseOpen(), RuleIds.CASE_CLOSED, "The case is closed.");
  }

  private static Optional<Refusal> noHold(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return refuseIf(facts.held(), RuleIds.HOLD_ACTIVE, "A hold stops every contact.");
  }

  private static Optional<Refusal> approvedText(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    Optional<Script> script = proposal.script();
    boolean approved =
        script.isPresent()
            && script.get().statesIdentity()
            && script.get().channels().contains(proposal.channel())
            && script.get().approvedOn(proposal.plannedAt().toLocalDate());
    return refuseIf(
        !approved,
        RuleIds.IDENTITY_STATED,
        "The script is not an approved text for this channel and day.");
  }

  private static Optional<Refusal> persons(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    boolean notForThem =
        !proposal.script().map(s -> s.persons().contains(proposal.person())).orElse(false);
    if (proposal.person() == Person.THIRD_PARTY) {
      return refuseIf(
          notForThem,
          RuleIds.THIRD_PARTY_CONTENT,
          "A third party may only be asked for a contact; this text says more.");
    }
    return refuseIf(
        notForThem, RuleIds.PERSONS, "This text is not approved for the person to be contacted.");
  }

  private static Optional<Refusal> thirdPartyGate(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    boolean gateOpen =
        facts.number() != NumberHealth.USABLE
            || facts.debtorIncapable()
            || facts.failuresInRow() >= limits.failuresBeforeThirdParty();
    return refuseIf(
        proposal.person() == Person.THIRD_PARTY && !gateOpen,
        RuleIds.THIRD_PARTY_GATE,
        "The debtor can still be reached; nobody else may be asked.");
  }

  private static Optional<Refusal> liveNumber(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    if (!proposal.channel().usesNumber() || proposal.person() != Person.DEBTOR) {
      return Optional.empty();
    }
    return switch (facts.number()) {
      case USABLE -> Optional.empty();
      case EMPTY ->
          Optional.of(
              new Refusal(
                  RuleIds.NUMBER_EMPTY,
                  "The number is empty; it stays closed until the carrier confirms the debtor."));
      case RECYCLED ->
          Optional.of(
              new Refusal(
                  RuleIds.NUMBER_RECYCLED,
                  "The number belongs to somebody else now and is never used again."));
    };
  }

  private static Optional<Refusal> quietHours(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    if (facts.zone().isEmpty()) {
      return Optional.of(
          new Refusal(RuleIds.QUIET_HOURS, "The debtor's time zone is unknown, so no hour is."));
    }
    ZoneId zone = facts.zone().get();
    LocalTime local = proposal.plannedAt().withZoneSameInstant(zone).toLocalTime();
    return refuseIf(
        local.isBefore(limits.opens()) || !local.isBefore(limits.closes()),
        RuleIds.QUIET_HOURS,
        "It is %s for the debtor; contact is allowed from %s to %s."
            .formatted(local, limits.opens(), limits.closes()));
  }

  private static Optional<Refusal> effectiveCalls(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return refuseIf(
        proposal.channel() == Channel.VOICE
            && facts.effectiveCallsToday() >= limits.effectiveCallsPerDay(),
        RuleIds.EFFECTIVE_CALLS,
        "The debtor's %d calls of the day are used up.".formatted(limits.effectiveCallsPerDay()));
  }

  private static Optional<Refusal> unansweredAttempts(
      Proposal proposal, ContactFacts facts, ContactLimits limits) {
    return refuseIf(
        facts.attemptsToday() >= limits.unansweredPerPoint(),
        RuleIds.UNANSWERED_ATTEMPTS,
        "This contact point had its %d attempts of the day."
            .formatted(limits.unansweredPerPoint()));
  }

  private static Optional<Refusal> refuseIf(boolean broken, String rule, String detail) {
    return broken ? Optional.of(new Refusal(rule, detail)) : Optional.empty();
  }
}
