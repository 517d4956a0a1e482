package org.shouxin.origination.application.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.origination.application.TrackLoan;
import org.shouxin.origination.application.model.LoanState;

/** Hears from servicing how the loans go. */
@ApplicationScoped
public class LoanConsumer {

  private final Inbox inbox;
  private final TrackLoan track;

  LoanConsumer(Inbox inbox, TrackLoan track) {
    this.inbox = inbox;
    this.track = track;
  }

  /** One event of a loan. */
  @Incoming("servicing-loan")
  public Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return switch (event.type()) {
      case "servicing.loan.disbursed.v1" -> became(event, LoanState.DISBURSED);
      case "servicing.loan.closed.v1" -> became(event, LoanState.CLOSED);
      case "servicing.loan.written-off.v1" -> became(event, LoanState.WRITTEN_OFF);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> became(IncomingEvent event, LoanState state) {
    return track.loanBecame(event.as(LoanPayload.class).loanId(), state);
  }

  record LoanPayload(UUID loanId) {}
}
