package org.shouxin.origination.consent.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.origination.consent.ConsentEvents;
import org.shouxin.origination.consent.Purpose;

/** Consents' events on the borrowers' topic. */
@ApplicationScoped
class OutboxConsentEvents implements ConsentEvents {

  private static final String TOPIC = "origination.borrower";
  private static final String TYPE = "origination.borrower.consent-changed.v1";

  private final Outbox outbox;

  OutboxConsentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> changed(UUID borrowerId, Purpose purpose, boolean granted) {
    return outbox.append(outgoing(borrowerId, purpose, granted));
  }

  /** The event as the topic carries it. */
  static OutgoingEvent outgoing(UUID borrowerId, Purpose purpose, boolean granted) {
    return new OutgoingEvent(
        TOPIC,
        borrowerId.toString(),
        TYPE,
        new ConsentChangedPayload(borrowerId, purpose.name(), granted));
  }

  record ConsentChangedPayload(UUID borrowerId, String consent, boolean granted) {}
}
