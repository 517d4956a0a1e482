package org.shouxin.servicing.bureau.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.servicing.bureau.ReportConsents;

/** Hears from origination who agreed to be reported, and who took it back. */
@ApplicationScoped
public class BorrowerConsents {

  static final String CHANGED = "origination.borrower.consent-changed.v1";
  static final String PURPOSE = "BUREAU_REPORT";

  private final Inbox inbox;
  private final ReportConsents consents;

  BorrowerConsents(Inbox inbox, ReportConsents consents) {
    this.inbox = inbox;
    this.consents = consents;
  }

  /** The event as this service reads it. */
  record ConsentChanged(UUID borrowerId, String consent, boolean granted) {}

  @Incoming("origination-borrower")
  Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    if (!CHANGED.equals(event.type())) {
      return Uni.createFrom().voidItem();
    }
    ConsentChanged changed = event.as(ConsentChanged.class);
    return PURPOSE.equals(changed.consent())
        ? consents.keep(changed.borrowerId(), changed.granted(), event.occurredAt())
        : Uni.createFrom().voidItem();
  }
}
