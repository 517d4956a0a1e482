package org.shouxin.servicing.cover.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.servicing.cover.WarnOfLapses;

/** Hears from the service's own topic that a day has opened, outside the close of the day. */
@ApplicationScoped
public class OpenedDays {

  static final String CLOSED = "servicing.business-day.closed.v1";

  private final Inbox inbox;
  private final WarnOfLapses warn;

  OpenedDays(Inbox inbox, WarnOfLapses warn) {
    this.inbox = inbox;
    this.warn = warn;
  }

  /** The event as this feature reads it. */
  record DayClosed(LocalDate nextDate) {}

  @Incoming("servicing-day")
  Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return CLOSED.equals(event.type())
        ? warn.dayOpened(event.as(DayClosed.class).nextDate())
        : Uni.createFrom().voidItem();
  }
}
