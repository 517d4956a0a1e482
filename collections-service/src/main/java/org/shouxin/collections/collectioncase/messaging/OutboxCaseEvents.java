package org.shouxin.collections.collectioncase.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.collections.collectioncase.CaseEvents;
import org.shouxin.collections.collectioncase.model.CaseEvent;
import org.shouxin.collections.collectioncase.model.CaseEvent.BorrowerRecovered;
import org.shouxin.collections.collectioncase.model.CaseEvent.CaseClosed;
import org.shouxin.collections.collectioncase.model.CaseEvent.CaseOpened;
import org.shouxin.collections.collectioncase.model.CaseEvent.ContactFound;
import org.shouxin.collections.collectioncase.model.CaseEvent.ContactLost;

@ApplicationScoped
class OutboxCaseEvents implements CaseEvents {
  static final String TOPIC = "collections.case";

  private final Outbox outbox;

  OutboxCaseEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Wire form of {@code collections.case.opened.v1}. */
  record Opened(UUID caseId, UUID loanId, UUID borrowerId, int daysPastDue) {}

  /** Wire form of {@code collections.case.closed.v1}. */
  record Closed(UUID caseId, UUID loanId, UUID borrowerId, int daysPastDue, String outcome) {}

  /** Wire form of {@code collections.contact.lost.v1} and {@code .found.v1}. */
  record Reach(
      UUID caseId,
      UUID loanId,
      UUID borrowerId,
      String channel,
      String numberStatus,
      LocalDate businessDate) {}

  /** Wire form of {@code collections.borrower.recovered.v1}. */
  record Recovered(UUID caseId, UUID loanId, UUID borrowerId, LocalDate businessDate) {}

  @Override
  public Uni<Void> publish(List<CaseEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : outbox.append(events.stream().map(OutboxCaseEvents::wire).toList());
  }

  static OutgoingEvent wire(CaseEvent event) {
    if (event instanceof CaseOpened e) {
      return outgoing(
          e, "case.opened", new Opened(e.caseId(), e.loanId(), e.borrowerId(), e.daysPastDue()));
    }
    if (event instanceof CaseClosed e) {
      return outgoing(
          e,
          "case.closed",
          new Closed(e.caseId(), e.loanId(), e.borrowerId(), e.daysPastDue(), e.outcome().name()));
    }
    if (event instanceof ContactLost e) {
      return outgoing(
          e,
          "contact.lost",
          new Reach(
              e.caseId(), e.loanId(), e.borrowerId(), e.channel(), e.numberStatus(), e.day()));
    }
    if (event instanceof ContactFound e) {
      return outgoing(
          e,
          "contact.found",
          new Reach(
              e.caseId(), e.loanId(), e.borrowerId(), e.channel(), e.numberStatus(), e.day()));
    }
    BorrowerRecovered e = (BorrowerRecovered) event;
    return outgoing(
        e, "borrower.recovered", new Recovered(e.caseId(), e.loanId(), e.borrowerId(), e.day()));
  }

  private static OutgoingEvent outgoing(CaseEvent event, String name, Object payload) {
    return new OutgoingEvent(
        TOPIC, event.caseId().toString(), "collections." + name + ".v1", payload);
  }
}
