package org.shouxin.collections.hold.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.collections.hold.HoldEvents;
import org.shouxin.collections.hold.model.HoldEvent;
import org.shouxin.collections.hold.model.HoldEvent.HoldPlaced;
import org.shouxin.collections.hold.model.HoldEvent.HoldReleased;

@ApplicationScoped
class OutboxHoldEvents implements HoldEvents {
  private static final String TOPIC = "collections.case";

  private final Outbox outbox;

  OutboxHoldEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Wire form of {@code collections.hold.placed.v1} and {@code .released.v1}. */
  record Wire(
      UUID caseId,
      UUID holdId,
      UUID loanId,
      UUID borrowerId,
      String kind,
      LocalDate businessDate) {}

  @Override
  public Uni<Void> publish(List<HoldEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : outbox.append(events.stream().map(OutboxHoldEvents::wire).toList());
  }

  static OutgoingEvent wire(HoldEvent event) {
    if (event instanceof HoldPlaced e) {
      return outgoing(
          e,
          "collections.hold.placed.v1",
          new Wire(e.caseId(), e.holdId(), e.loanId(), e.borrowerId(), e.kind().name(), e.day()));
    }
    HoldReleased e = (HoldReleased) event;
    return outgoing(
        e,
        "collections.hold.released.v1",
        new Wire(e.caseId(), e.holdId(), e.loanId(), e.borrowerId(), e.kind().name(), e.day()));
  }

  private static OutgoingEvent outgoing(HoldEvent event, String type, Wire payload) {
    return new OutgoingEvent(TOPIC, event.caseId().toString(), type, payload);
  }
}
