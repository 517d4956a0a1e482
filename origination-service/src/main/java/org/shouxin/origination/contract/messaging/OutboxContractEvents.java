package org.shouxin.origination.contract.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.origination.contract.ContractEvents;
import org.shouxin.origination.contract.model.LoanContracted;

/** Contracts' events on the loans' topic. */
@ApplicationScoped
class OutboxContractEvents implements ContractEvents {

  private static final String TOPIC = "origination.loan";
  private static final String TYPE = "origination.loan.contracted.v1";

  private final Outbox outbox;

  OutboxContractEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(LoanContracted event) {
    return outbox.append(outgoing(event));
  }

  /** The event as the topic carries it: the record's fields are the wire's. */
  static OutgoingEvent outgoing(LoanContracted event) {
    return new OutgoingEvent(TOPIC, event.loanId().toString(), TYPE, event);
  }
}
