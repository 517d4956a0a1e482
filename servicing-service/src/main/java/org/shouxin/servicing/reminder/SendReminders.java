package org.shouxin.servicing.reminder;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.reminder.Contacts.Blocked;
import org.shouxin.servicing.reminder.Contacts.Disclosed;
import org.shouxin.servicing.reminder.model.ContactHours;
import org.shouxin.servicing.reminder.model.ContactWishes;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;
import org.shouxin.servicing.reminder.model.Sending;

/**
 * Sends planned reminders: asks how and when the borrower wants to be reminded, waits for the next
 * allowed moment, asks for the address, hands the text to the channel, records it. A channel that
 * may not be used, or that cannot be reached for long, gives way to the next one.
 */
@ApplicationScoped
public class SendReminders {

  private static final Logger LOG = Logger.getLogger(SendReminders.class);
  private static final int CLAIM_REMINDERS_MAX = 32;
  private static final int CONCURRENT_CALLS_MAX = 8;
  private static final int ATTEMPTS_MAX = 10;
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final Reminders reminders;
  private final ReminderEvents events;
  private final Contacts contacts;
  private final Channels channels;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Ids ids;
  private final Clock clock;

  SendReminders(
      Reminders reminders,
      ReminderEvents events,
      Contacts contacts,
      Channels channels,
      UnitOfWork work,
      Vertx vertx,
      Ids ids,
      Clock clock) {
    this.reminders = reminders;
    this.events = events;
    this.contacts = contacts;
    this.channels = channels;
    this.work = work;
    this.vertx = vertx;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return Multi.createBy()
        .repeating()
        .uni(this::round)
        .whilst(claimed -> claimed == CLAIM_REMINDERS_MAX)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("reminders wait: %s", failure);
              return Uni.createFrom().voidItem();
            });
  }

  /** Tries some of those whose time has come; tells how many. */
  private Uni<Integer> round() {
    Instant now = clock.instant();
    return FreshContext.run(
            vertx,
            () ->
                work.inTransaction(
                    () ->
                        reminders
                            .claim(CLAIM_REMINDERS_MAX, now, now.plus(LEASE))
                            .chain(claimed -> batch(claimed, now))))
        .chain(
            batch ->
                sendAll(batch.claimed(), batch.hours()).replaceWith(() -> batch.claimed().size()));
  }

  /** Reminders to try, and the hours that hold. */
  private record Batch(List<Reminder> claimed, ContactHours hours) {}

  private Uni<Batch> batch(List<Reminder> claimed, Instant now) {
    return claimed.isEmpty()
        ? Uni.createFrom().item(new Batch(claimed, new ContactHours(List.of(), Map.of())))
        : reminders
            .hours(LocalDate.ofInstant(now, ZoneOffset.UTC))
            .map(hours -> new Batch(claimed, hours));
  }

  private Uni<Void> sendAll(List<Reminder> claimed, ContactHours hours) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUni(reminder -> FreshContext.run(vertx, () -> attempt(reminder, hours)))
        .merge(CONCURRENT_CALLS_MAX)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> attempt(Reminder reminder, ContactHours hours) {
    return contacts
        .wishes(reminder.borrowerId())
        .chain(wishes -> decided(reminder, wishes, hours))
        .chain(ready -> ready.map(this::send).orElseGet(() -> Uni.createFrom().voidItem()))
        .onFailure()
        .recoverWithUni(failure -> later(reminder, reminder.requestId(), failure));
  }

  /** The reminder when it is to be sent now; what else becomes of it is written down. */
  private Uni<Optional<Reminder>> decided(
      Reminder claimed, ContactWishes wishes, ContactHours hours) {
    return work.inTransaction(
        () ->
            reminders
                .locked(claimed.id())
                .map(found -> found.orElseThrow())
                .chain(
                    reminder -> {
                      Sending sending = Sending.of(reminder.kind(), wishes, hours, clock.instant());
                      if (!reminder.decided(claimed.requestId(), sending)) {
                        return Uni.createFrom().item(Optional.empty());
                      }
                      reminder.prefer(wishes.preferred());
                      return owed(reminder);
                    }));
  }

  private Uni<Optional<Reminder>> owed(Reminder reminder) {
    return !reminder.kind().isOnlyWhileOwed()
        ? Uni.createFrom().item(Optional.of(reminder))
        : reminders
            .isOwed(reminder)
            .map(
                owed -> {
                  if (!owed) {
                    reminder.drop();
                  }
                  return Optional.of(reminder).filter(one -> owed);
                });
  }

  private Uni<Void> send(Reminder reminder) {
    UUID request = reminder.requestId();
    return contacts
        .disclose(reminder)
        .chain(
            answer ->
                answer instanceof Disclosed disclosed
                    ? hand(reminder, disclosed)
                        .chain(receipt -> sent(reminder.id(), request, receipt))
                    : refused(reminder.id(), request, ((Blocked) answer).code()));
  }

  private Uni<Boolean> hand(Reminder reminder, Disclosed to) {
    Locale language = Texts.locale(to.language());
    String text =
        Texts.of(
            "reminders",
            language,
            reminder.kind().name(),
            reminder.dueDate().toString(),
            reminder.amount().amount().toPlainString());
    return channels.send(reminder, to.address(), language, text);
  }

  private Uni<Void> sent(UUID id, UUID request, boolean receiptFollows) {
    return work.inTransaction(
        () ->
            reminders
                .locked(id)
                .map(found -> found.orElseThrow())
                .chain(reminder -> told(reminder, reminder.sent(request, receiptFollows))));
  }

  /** A consent withdrawn this moment is no failure of the channel: the next try withholds it. */
  private Uni<Void> refused(UUID id, UUID request, String code) {
    return Sending.NO_CONSENT.equals(code)
        ? Uni.createFrom().voidItem()
        : failed(id, request, code);
  }

  private Uni<Void> failed(UUID id, UUID request, String code) {
    return work.inTransaction(
        () ->
            reminders
                .locked(id)
                .map(found -> found.orElseThrow())
                .chain(
                    reminder ->
                        told(
                            reminder, reminder.failed(request, code, ids::next, clock.instant()))));
  }

  private Uni<Void> later(Reminder reminder, UUID request, Throwable failure) {
    LOG.warnf("reminder %s waits: %s", reminder.id(), failure);
    return reminder.attempts() < ATTEMPTS_MAX
        ? Uni.createFrom().voidItem()
        : failed(reminder.id(), request, "UNREACHABLE")
            .onFailure()
            .recoverWithUni(again -> Uni.createFrom().voidItem());
  }

  private Uni<Void> told(Reminder reminder, Optional<Outcome> outcome) {
    return outcome
        .map(known -> events.publish(reminder, known))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
