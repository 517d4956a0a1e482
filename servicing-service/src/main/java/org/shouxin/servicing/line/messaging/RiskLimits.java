package org.shouxin.servicing.line.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.line.ObeyRiskLimit;

/** Hears from risk how much a borrower may owe. */
@ApplicationScoped
public class RiskLimits {

  static final String CHANGED = "risk.limit.changed.v1";

  private final Inbox inbox;
  private final ObeyRiskLimit obey;

  RiskLimits(Inbox inbox, ObeyRiskLimit obey) {
    this.inbox = inbox;
    this.obey = obey;
  }

  /** The event as this service reads it. */
  record LimitChanged(UUID borrowerId, Money limit, String reason) {}

  @Incoming("risk-borrower")
  Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    if (!CHANGED.equals(event.type())) {
      return Uni.createFrom().voidItem();
    }
    LimitChanged changed = event.as(LimitChanged.class);
    return obey.handle(changed.borrowerId(), changed.limit(), changed.reason(), event.occurredAt());
  }
}
