package org.shouxin.risk.watch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.risk.watch.FollowDay;

/** Takes servicing's calendar. */
@ApplicationScoped
public class DayConsumer {

  static final String DAY_CLOSED = "servicing.business-day.closed.v1";

  private final Inbox inbox;
  private final FollowDay follow;

  DayConsumer(Inbox inbox, FollowDay follow) {
    this.inbox = inbox;
    this.follow = follow;
  }

  /** Risk's copy. */
  record DayClosed(LocalDate date, LocalDate nextDate) {}

  @Incoming("servicing-day")
  public Uni<Void> on(ConsumerRecord<String, String> event) {
    return inbox.receive(event, this::apply);
  }

  private Uni<Void> apply(IncomingEvent event) {
    return DAY_CLOSED.equals(event.type())
        ? follow.opened(event.as(DayClosed.class).nextDate())
        : Uni.createFrom().voidItem();
  }
}
