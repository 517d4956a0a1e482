package org.shouxin.servicing.reminder.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.reminder.ReminderEvents;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;

@ApplicationScoped
public class OutboxReminderEvents implements ReminderEvents {

  static final String TOPIC = "servicing.loan";
  static final String DELIVERED = "servicing.reminder.delivered.v1";
  static final String FAILED = "servicing.reminder.failed.v1";

  private final Outbox outbox;

  OutboxReminderEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The event as others know it. */
  record Told(
      UUID loanId,
      UUID borrowerId,
      UUID reminderId,
      String channel,
      String kind,
      String providerCode) {}

  @Override
  public Uni<Void> publish(Reminder reminder, Outcome outcome) {
    return outbox.append(wire(reminder, outcome));
  }

  static OutgoingEvent wire(Reminder reminder, Outcome outcome) {
    return new OutgoingEvent(
        TOPIC,
        reminder.loanId().toString(),
        outcome.delivered() ? DELIVERED : FAILED,
        new Told(
            reminder.loanId(),
            reminder.borrowerId(),
            reminder.id(),
            outcome.channel().name(),
            reminder.kind().name(),
            outcome.code()));
  }
}
