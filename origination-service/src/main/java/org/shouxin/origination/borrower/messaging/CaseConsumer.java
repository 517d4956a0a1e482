package org.shouxin.origination.borrower.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.origination.borrower.EditBorrower;

/** Hears from collections whether people can be reached. */
@ApplicationScoped
public class CaseConsumer {

  private final Inbox inbox;
  private final EditBorrower edit;

  CaseConsumer(Inbox inbox, EditBorrower edit) {
    this.inbox = inbox;
    this.edit = edit;
  }

  /** One event of a case. */
  @Incoming("collections-case")
  public Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return switch (event.type()) {
      case "collections.contact.lost.v1" -> {
        LostPayload lost = event.as(LostPayload.class);
        yield edit.contactLost(lost.borrowerId(), lost.businessDate());
      }
      case "collections.contact.found.v1", "collections.borrower.recovered.v1" ->
          edit.contactFound(event.as(BorrowerPayload.class).borrowerId());
      default -> Uni.createFrom().voidItem();
    };
  }

  record LostPayload(UUID borrowerId, LocalDate businessDate) {}

  record BorrowerPayload(UUID borrowerId) {}
}
