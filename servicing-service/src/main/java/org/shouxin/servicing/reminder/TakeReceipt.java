package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;
import org.shouxin.servicing.webhook.WebhookReceipts;

/** Gives a verified delivery receipt its effect, once. */
@ApplicationScoped
public class TakeReceipt {

  private static final String SOURCE = "messaging";

  private final WebhookReceipts receipts;
  private final Reminders reminders;
  private final ReminderEvents events;
  private final UnitOfWork work;
  private final Ids ids;
  private final Clock clock;

  TakeReceipt(
      WebhookReceipts receipts,
      Reminders reminders,
      ReminderEvents events,
      UnitOfWork work,
      Ids ids,
      Clock clock) {
    this.receipts = receipts;
    this.reminders = reminders;
    this.events = events;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** A receipt of a message that is none of ours is ignored. */
  public Uni<Void> handle(String webhookId, UUID requestId, boolean delivered, String code) {
    return work.inTransaction(
        () ->
            receipts
                .first(SOURCE, webhookId)
                .chain(
                    first ->
                        first ? effect(requestId, delivered, code) : Uni.createFrom().voidItem()));
  }

  private Uni<Void> effect(UUID requestId, boolean delivered, String code) {
    return reminders
        .lockedByRequest(requestId)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : told(found.get(), outcome(found.get(), requestId, delivered, code)));
  }

  private Optional<Outcome> outcome(
      Reminder reminder, UUID requestId, boolean delivered, String code) {
    return delivered
        ? reminder.delivered(requestId, code)
        : reminder.failed(requestId, code, ids::next, clock.instant());
  }

  private Uni<Void> told(Reminder reminder, Optional<Outcome> outcome) {
    return outcome
        .map(known -> events.publish(reminder, known))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
