package org.shouxin.origination.application.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.TrackLoan;

/** Hears from risk what limit a borrower has. */
@ApplicationScoped
public class LimitConsumer {

  private final Inbox inbox;
  private final TrackLoan track;

  LimitConsumer(Inbox inbox, TrackLoan track) {
    this.inbox = inbox;
    this.track = track;
  }

  /** One event of a borrower. */
  @Incoming("risk-borrower")
  public Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    if (!event.type().equals("risk.limit.changed.v1")) {
      return Uni.createFrom().voidItem();
    }
    LimitPayload payload = event.as(LimitPayload.class);
    return track.limitChanged(payload.borrowerId(), payload.limit(), event.occurredAt());
  }

  record LimitPayload(UUID borrowerId, Money limit) {}
}
