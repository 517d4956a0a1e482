package org.shouxin.servicing.dayend.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.dayend.DayEvents;

@ApplicationScoped
public class OutboxDayEvents implements DayEvents {

  static final String TOPIC = "servicing.day";
  static final String KEY = "calendar";
  static final String CLOSED = "servicing.business-day.closed.v1";

  private final Outbox outbox;

  OutboxDayEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The event as others know it. */
  record Closed(LocalDate date, LocalDate nextDate) {}

  @Override
  public Uni<Void> closed(LocalDate date, LocalDate nextDate) {
    return outbox.append(wire(date, nextDate));
  }

  static OutgoingEvent wire(LocalDate date, LocalDate nextDate) {
    return new OutgoingEvent(TOPIC, KEY, CLOSED, new Closed(date, nextDate));
  }
}
