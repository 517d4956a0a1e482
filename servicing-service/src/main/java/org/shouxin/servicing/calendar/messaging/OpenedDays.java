package org.shouxin.servicing.calendar.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.servicing.calendar.AtDayOpening;

/** Hears from the service's own topic that a day has opened, outside the close of the day. */
@ApplicationScoped
public class OpenedDays {

  static final String CLOSED = "servicing.business-day.closed.v1";

  private final Inbox inbox;
  private final Instance<AtDayOpening> features;

  OpenedDays(Inbox inbox, @Any Instance<AtDayOpening> features) {
    this.inbox = inbox;
    this.features = features;
  }

  /** The event as it is read here. */
  record DayClosed(LocalDate nextDate) {}

  @Incoming("servicing-day")
  Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return CLOSED.equals(event.type())
        ? opened(event.as(DayClosed.class).nextDate())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> opened(LocalDate day) {
    return Multi.createFrom()
        .iterable(features)
        .onItem()
        .transformToUniAndConcatenate(feature -> feature.dayOpened(day))
        .collect()
        .last();
  }
}
