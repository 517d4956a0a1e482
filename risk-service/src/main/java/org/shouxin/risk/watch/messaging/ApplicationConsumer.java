package org.shouxin.risk.watch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.risk.assessment.GrantReviewed;

/** Takes origination's decisions: a reviewer may approve what risk had referred. */
@ApplicationScoped
public class ApplicationConsumer {

  static final String DECIDED = "origination.application.decided.v1";
  private static final String APPROVED = "APPROVED";

  private final Inbox inbox;
  private final GrantReviewed reviewed;

  ApplicationConsumer(Inbox inbox, GrantReviewed reviewed) {
    this.inbox = inbox;
    this.reviewed = reviewed;
  }

  /** Risk's copy: the fields it uses. */
  record ApplicationDecided(UUID applicationId, String outcome, UUID assessmentId) {}

  @Incoming("origination-application")
  public Uni<Void> on(ConsumerRecord<String, String> event) {
    return inbox.receive(event, this::apply);
  }

  private Uni<Void> apply(IncomingEvent event) {
    if (!DECIDED.equals(event.type())) {
      return Uni.createFrom().voidItem();
    }
    ApplicationDecided decided = event.as(ApplicationDecided.class);
    return APPROVED.equals(decided.outcome()) && decided.assessmentId() != null
        ? reviewed.approved(decided.assessmentId())
        : Uni.createFrom().voidItem();
  }
}
