package org.shouxin.risk.watch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.risk.limit.AdjustLimit;

/**
 * Takes what collections tells of a case: who cannot be reached, who is back, whom to leave alone.
 */
@ApplicationScoped
public class CaseConsumer {

  static final String CONTACT_LOST = "collections.contact.lost.v1";
  static final String CONTACT_FOUND = "collections.contact.found.v1";
  static final String HOLD_PLACED = "collections.hold.placed.v1";
  static final String HOLD_RELEASED = "collections.hold.released.v1";
  static final String BORROWER_RECOVERED = "collections.borrower.recovered.v1";

  private final Inbox inbox;
  private final AdjustLimit limits;

  CaseConsumer(Inbox inbox, AdjustLimit limits) {
    this.inbox = inbox;
    this.limits = limits;
  }

  /** Risk's copy: the fields that all of these have. */
  record CaseMoved(UUID caseId, UUID borrowerId) {}

  @Incoming("collections-case")
  public Uni<Void> on(ConsumerRecord<String, String> event) {
    return inbox.receive(event, this::apply);
  }

  private Uni<Void> apply(IncomingEvent event) {
    return switch (event.type()) {
      case CONTACT_LOST -> {
        CaseMoved moved = event.as(CaseMoved.class);
        yield limits.contactLost(moved.borrowerId(), moved.caseId());
      }
      case CONTACT_FOUND -> {
        CaseMoved moved = event.as(CaseMoved.class);
        yield limits.contactFound(moved.borrowerId(), moved.caseId());
      }
      case HOLD_PLACED -> {
        CaseMoved moved = event.as(CaseMoved.class);
        yield limits.holdPlaced(moved.borrowerId(), moved.caseId());
      }
      case HOLD_RELEASED -> {
        CaseMoved moved = event.as(CaseMoved.class);
        yield limits.holdReleased(moved.borrowerId(), moved.caseId());
      }
      case BORROWER_RECOVERED -> {
        CaseMoved moved = event.as(CaseMoved.class);
        yield limits.recovered(moved.borrowerId(), moved.caseId());
      }
      default -> Uni.createFrom().voidItem();
    };
  }
}
