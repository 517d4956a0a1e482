package org.shouxin.servicing.reminder.model;

import java.time.Instant;
import java.time.Period;

/** What is to be done with a reminder that waits. */
public sealed interface Sending {

  /** The borrower does not agree to be contacted, and no law demands it. */
  String NO_CONSENT = "CONTACT_CONSENT_REQUIRED";

  /** It is sent because the borrower agreed. */
  String CONSENT = "CONSENT";

  /** May go out; ground is CONSENT, or the rule by which it is sent without. */
  record Now(String ground) implements Sending {}

  /** Has to wait. */
  record Later(Instant moment) implements Sending {}

  /** Is not sent, by a rule. */
  record Withheld(String rule) implements Sending {}

  static Sending of(Reminder.Kind kind, ContactWishes wishes, ContactHours hours, Instant now) {
    if (!wishes.consent() && kind.demandedBy() == null) {
      return new Withheld(NO_CONSENT);
    }
    Instant moment = hours.next(now, wishes).orElseGet(() -> now.plus(Period.ofDays(1)));
    return moment.equals(now)
        ? new Now(wishes.consent() ? CONSENT : kind.demandedBy())
        : new Later(moment);
  }
}
