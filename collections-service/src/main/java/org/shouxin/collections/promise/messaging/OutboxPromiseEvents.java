package org.shouxin.collections.promise.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.collections.promise.PromiseEvents;
import org.shouxin.collections.promise.model.PromiseEvent;
import org.shouxin.collections.promise.model.PromiseEvent.PromiseBroken;
import org.shouxin.collections.promise.model.PromiseEvent.PromiseKept;
import org.shouxin.collections.promise.model.PromiseEvent.PromiseMade;

@ApplicationScoped
class OutboxPromiseEvents implements PromiseEvents {
  private static final String TOPIC = "collections.case";

  private final Outbox outbox;

  OutboxPromiseEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Wire form of {@code collections.promise.made.v1} and {@code .kept.v1}. */
  record Wire(
      UUID caseId, UUID promiseId, UUID loanId, UUID borrowerId, Money amount, LocalDate dueDate) {}

  /** Wire form of {@code collections.promise.broken.v1}. */
  record Broken(
      UUID caseId,
      UUID promiseId,
      UUID loanId,
      UUID borrowerId,
      Money amount,
      LocalDate dueDate,
      Money shortfall) {}

  @Override
  public Uni<Void> publish(List<PromiseEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : outbox.append(events.stream().map(OutboxPromiseEvents::wire).toList());
  }

  static OutgoingEvent wire(PromiseEvent event) {
    if (event instanceof PromiseMade e) {
      return outgoing(
          e,
          "made",
          new Wire(e.caseId(), e.promiseId(), e.loanId(), e.borrowerId(), e.amount(), e.dueDate()));
    }
    if (event instanceof PromiseKept e) {
      return outgoing(
          e,
          "kept",
          new Wire(e.caseId(), e.promiseId(), e.loanId(), e.borrowerId(), e.amount(), e.dueDate()));
    }
    PromiseBroken e = (PromiseBroken) event;
    return outgoing(
        e,
        "broken",
        new Broken(
            e.caseId(),
            e.promiseId(),
            e.loanId(),
            e.borrowerId(),
            e.amount(),
            e.dueDate(),
            e.shortfall()));
  }

  private static OutgoingEvent outgoing(PromiseEvent event, String name, Object payload) {
    return new OutgoingEvent(
        TOPIC, event.caseId().toString(), "collections.promise." + name + ".v1", payload);
  }
}
