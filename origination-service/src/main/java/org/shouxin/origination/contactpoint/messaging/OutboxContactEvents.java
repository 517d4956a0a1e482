package org.shouxin.origination.contactpoint.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.origination.contactpoint.ContactEvents;
import org.shouxin.origination.contactpoint.model.ContactChanged;

/** Contact points' events on the borrowers' topic. */
@ApplicationScoped
class OutboxContactEvents implements ContactEvents {

  private static final String TOPIC = "origination.borrower";
  private static final String TYPE = "origination.borrower.contact-changed.v1";

  private final Outbox outbox;

  OutboxContactEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(List<ContactChanged> events) {
    return outbox.append(events.stream().map(OutboxContactEvents::outgoing).toList());
  }

  /** The event as the topic carries it. */
  static OutgoingEvent outgoing(ContactChanged event) {
    return new OutgoingEvent(
        TOPIC,
        event.borrowerId().toString(),
        TYPE,
        new ContactChangedPayload(
            event.borrowerId(), event.channel().name(), event.status().name(), event.checkedAt()));
  }

  record ContactChangedPayload(UUID borrowerId, String channel, String status, Instant checkedAt) {}
}
