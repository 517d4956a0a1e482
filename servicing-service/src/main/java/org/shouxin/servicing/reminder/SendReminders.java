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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.reminder.Contacts.Blocked;
import org.shouxin.servicing.reminder.Contacts.Disclosed;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;

/**
 * Sends planned reminders: asks for the address, hands the text to the channel, records it. A
 * channel that may not be used, or that cannot be reached for long, gives way to the next one.
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
    Instant now = clock.instant();
    return FreshContext.run(
            vertx,
            () ->
                work.inTransaction(
                    () -> reminders.claim(CLAIM_REMINDERS_MAX, now, now.plus(LEASE))))
        .chain(this::sendAll)
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("reminders wait: %s", failure);
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> sendAll(List<Reminder> claimed) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUni(reminder -> FreshContext.run(vertx, () -> send(reminder)))
        .merge(CONCURRENT_CALLS_MAX)
        .collect()
        .last()
        .replaceWithVoid();
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
                    : failed(reminder.id(), request, ((Blocked) answer).code()))
        .onFailure()
        .recoverWithUni(failure -> later(reminder, request, failure));
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
