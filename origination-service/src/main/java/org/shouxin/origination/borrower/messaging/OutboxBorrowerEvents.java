package org.shouxin.origination.borrower.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.origination.borrower.BorrowerEvents;

/** Borrowers' events on their topic. */
@ApplicationScoped
class OutboxBorrowerEvents implements BorrowerEvents {

  private static final String TOPIC = "origination.borrower";
  private static final String TYPE = "origination.borrower.erased.v1";

  private final Outbox outbox;

  OutboxBorrowerEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> erased(UUID borrowerId) {
    return outbox.append(
        new OutgoingEvent(TOPIC, borrowerId.toString(), TYPE, new ErasedPayload(borrowerId)));
  }

  record ErasedPayload(UUID borrowerId) {}
}
