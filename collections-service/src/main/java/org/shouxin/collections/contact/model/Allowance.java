package org.shouxin.collections.contact.model;

import java.util.Optional;

/**
 * How many contacts by one channel the law leaves for the day.
 *
 * @param remaining contacts left; zero when a rule forbids the channel altogether
 * @param rule the rule that sets the number
 * @param detail why, in a few words
 */
public record Allowance(Channel channel, int remaining, String rule, String detail) {

  /** Judges one channel; the hour is assumed to be a lawful one. */
  public static Allowance of(Proposal proposal, ContactFacts facts, ContactLimits limits) {
    Optional<Refusal> refused = ContactLaw.judge(proposal, facts, limits);
    if (refused.isPresent()) {
      return new Allowance(proposal.channel(), 0, refused.get().rule(), refused.get().detail());
    }
    int attempts = limits.unansweredPerPoint() - facts.attemptsToday();
    if (proposal.channel() != Channel.VOICE) {
      return new Allowance(
          proposal.channel(),
          attempts,
          RuleIds.UNANSWERED_ATTEMPTS,
          "Unanswered attempts left at this contact point.");
    }
    int calls = limits.effectiveCallsPerDay() - facts.effectiveCallsToday();
    return calls <= attempts
        ? new Allowance(
            Channel.VOICE, calls, RuleIds.EFFECTIVE_CALLS, "Answered calls left to this debtor.")
        : new Allowance(
            Channel.VOICE,
            attempts,
            RuleIds.UNANSWERED_ATTEMPTS,
            "Unanswered attempts left at this contact point.");
  }
}
