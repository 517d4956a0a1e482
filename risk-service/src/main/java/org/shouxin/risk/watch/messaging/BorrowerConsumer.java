package org.shouxin.risk.watch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.risk.blacklist.ScreenApplicant;

/** Takes what origination tells of a borrower: who is erased is forgotten here too. */
@ApplicationScoped
public class BorrowerConsumer {

  static final String ERASED = "origination.borrower.erased.v1";

  private final Inbox inbox;
  private final ScreenApplicant blacklist;

  BorrowerConsumer(Inbox inbox, ScreenApplicant blacklist) {
    this.inbox = inbox;
    this.blacklist = blacklist;
  }

  /** Risk's copy. */
  record BorrowerErased(UUID borrowerId) {}

  @Incoming("origination-borrower")
  public Uni<Void> on(ConsumerRecord<String, String> event) {
    return inbox.receive(event, this::apply);
  }

  private Uni<Void> apply(IncomingEvent event) {
    return ERASED.equals(event.type())
        ? blacklist.forget(event.as(BorrowerErased.class).borrowerId())
        : Uni.createFrom().voidItem();
  }
}
