package org.shouxin.servicing.arrangement.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.arrangement.ArrangementEvents;
import org.shouxin.servicing.arrangement.model.Arrangement;

@ApplicationScoped
public class OutboxArrangementEvents implements ArrangementEvents {

  static final String TOPIC = "servicing.loan";
  static final String CHANGED = "servicing.loan.arrangement-changed.v1";

  private final Outbox outbox;

  OutboxArrangementEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The event as others know it. */
  record Changed(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      UUID arrangementId,
      String kind,
      String state,
      String reason) {}

  @Override
  public Uni<Void> changed(Arrangement arrangement, UUID borrowerId, LocalDate businessDate) {
    return outbox.append(wire(arrangement, borrowerId, businessDate));
  }

  static OutgoingEvent wire(Arrangement arrangement, UUID borrowerId, LocalDate businessDate) {
    return new OutgoingEvent(
        TOPIC,
        arrangement.loanId().toString(),
        CHANGED,
        new Changed(
            arrangement.loanId(),
            borrowerId,
            businessDate,
            arrangement.id(),
            arrangement.kind().name(),
            arrangement.state().name(),
            arrangement.reason().name()));
  }
}
