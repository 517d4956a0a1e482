package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.reminder.model.ContactHours;
import org.shouxin.servicing.reminder.model.Reminder;

/** Reminders to borrowers. */
public interface Reminders {

  /** Adds reminders, however many; the same loan is reminded of the same kind once a day. */
  Uni<Void> addAll(List<Reminder> reminders);

  Uni<Optional<Reminder>> locked(UUID id);

  /** The reminder whose current channel was asked under this id, locked. */
  Uni<Optional<Reminder>> lockedByRequest(UUID requestId);

  /** The house's hours and the calendar of the weeks to come. */
  Uni<ContactHours> hours(LocalDate today);

  /** Whether what a reminder reminds of is still unpaid. */
  Uni<Boolean> isOwed(Reminder reminder);

  /** Reminders of a loan before one of them (null: all), the youngest first. */
  Uni<List<Reminder>> page(UUID loanId, UUID before, int limit);

  /** Takes reminders whose time has come and puts their next attempt off until the lease ends. */
  Uni<List<Reminder>> claim(int limit, Instant now, Instant leaseUntil);
}
