package org.shouxin.origination.application.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.origination.application.ApplicationEvents;
import org.shouxin.origination.application.model.ApplicationEvent;

/** Applications' events on their topic. */
@ApplicationScoped
class OutboxApplicationEvents implements ApplicationEvents {

  private static final String TOPIC = "origination.application";

  private final Outbox outbox;

  OutboxApplicationEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(List<? extends ApplicationEvent> events) {
    return outbox.append(events.stream().map(OutboxApplicationEvents::outgoing).toList());
  }

  /** The event as the topic carries it. */
  static OutgoingEvent outgoing(ApplicationEvent event) {
    if (event instanceof ApplicationEvent.Submitted submitted) {
      return outgoing("submitted", ApplicationPayload.of(submitted));
    }
    if (event instanceof ApplicationEvent.Decided decided) {
      return outgoing("decided", ApplicationPayload.of(decided));
    }
    return outgoing("withdrawn", ApplicationPayload.of((ApplicationEvent.Withdrawn) event));
  }

  private static OutgoingEvent outgoing(String what, ApplicationPayload payload) {
    return new OutgoingEvent(
        TOPIC, payload.applicationId().toString(), TOPIC + "." + what + ".v1", payload);
  }
}
