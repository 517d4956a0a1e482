package org.shouxin.servicing.loan.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.servicing.loan.LoanEvents;

@ApplicationScoped
public class OutboxLoanEvents implements LoanEvents {

  private final Outbox outbox;

  OutboxLoanEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(About loan, List<Recorded> events) {
    return outbox.append(
        events.stream()
            .map(event -> LoanEventMapper.wire(loan, event))
            .flatMap(Optional::stream)
            .toList());
  }
}
