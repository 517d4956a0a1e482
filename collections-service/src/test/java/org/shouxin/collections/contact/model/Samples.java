package org.shouxin.collections.contact.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** A lawful contact and its facts, to be bent by one rule at a time. */
final class Samples {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final ContactLimits LAW = RuleBook.china().limitsAt(DAY);

  static final Script NOTICE =
      new Script(
          "FIRST_NOTICE",
          1,
          Set.of(Channel.values()),
          Set.of(Person.DEBTOR, Person.GUARANTOR),
          true,
          DAY,
          null);
  static final Script RELAY =
      new Script(
          "ASK_FOR_CONTACT", 1, Set.of(Channel.VOICE), Set.of(Person.THIRD_PARTY), true, DAY, null);

  private Samples() {}

  static Proposal call(LocalDateTime at) {
    return proposal(Channel.VOICE, Person.DEBTOR, at, Optional.of(NOTICE));
  }

  static Proposal at(Channel channel, LocalDateTime at) {
    return proposal(channel, Person.DEBTOR, at, Optional.of(NOTICE));
  }

  static Proposal proposal(
      Channel channel, Person person, LocalDateTime at, Optional<Script> script) {
    return new Proposal(channel, person, at.atZone(SHANGHAI), "CODE", script);
  }

  static Facts facts() {
    return new Facts();
  }

  /** Builds facts; everything lawful until said otherwise. */
  static final class Facts {
    private boolean open = true;
    private boolean held;
    private boolean incapable;
    private NumberHealth number = NumberHealth.USABLE;
    private int failures;
    private Optional<ZoneId> zone = Optional.of(SHANGHAI);
    private int calls;
    private int attempts;

    Facts closed() {
      open = false;
      return this;
    }

    Facts held() {
      held = true;
      return this;
    }

    Facts incapable() {
      incapable = true;
      return this;
    }

    Facts number(NumberHealth health) {
      number = health;
      return this;
    }

    Facts failures(int inRow) {
      failures = inRow;
      return this;
    }

    Facts zone(String id) {
      zone = Optional.ofNullable(id).map(ZoneId::of);
      return this;
    }

    Facts calls(int today) {
      calls = today;
      return this;
    }

    Facts attempts(int today) {
      attempts = today;
      return this;
    }

    ContactFacts get() {
      return new ContactFacts(open, held, incapable, number, failures, zone, calls, attempts);
    }
  }
}
