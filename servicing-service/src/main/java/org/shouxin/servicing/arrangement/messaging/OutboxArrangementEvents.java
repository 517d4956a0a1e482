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
            arrangement.wish().kind().name(),
            state(arrangement.state()),
            arrangement.wish().reason().name()));
  }

  /** Others need to know whether it is open, in force or at an end, not who has to act. */
  private static String state(Arrangement.State state) {
    return switch (state) {
      case REQUESTED, REFERRED -> "REQUESTED";
      case ACCEPTED -> "ACCEPTED";
      case REJECTED, WITHDRAWN, LAPSED -> "REJECTED";
    };
  }
}
