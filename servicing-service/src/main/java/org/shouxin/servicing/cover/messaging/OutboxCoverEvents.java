package org.shouxin.servicing.cover.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.cover.CoverEvents;
import org.shouxin.servicing.cover.Covers.Lapse;

@ApplicationScoped
public class OutboxCoverEvents implements CoverEvents {

  static final String TOPIC = "servicing.loan";
  static final String LAPSING = "servicing.cover.lapsing.v1";
  static final String LAPSED = "servicing.cover.lapsed.v1";

  private final Outbox outbox;

  OutboxCoverEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * The event as others know it.
   *
   * @param lapsesOn last day that is covered
   */
  record Told(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      UUID coverId,
      String kind,
      String cause,
      LocalDate lapsesOn) {}

  @Override
  public Uni<Void> lapsing(List<Lapse> lapses, LocalDate day) {
    return outbox.append(wire(LAPSING, lapses, day));
  }

  @Override
  public Uni<Void> lapsed(List<Lapse> lapses, LocalDate day) {
    return outbox.append(wire(LAPSED, lapses, day));
  }

  private static List<OutgoingEvent> wire(String type, List<Lapse> lapses, LocalDate day) {
    return lapses.stream()
        .map(
            lapse ->
                new OutgoingEvent(
                    TOPIC,
                    lapse.loanId().toString(),
                    type,
                    new Told(
                        lapse.loanId(),
                        lapse.borrowerId(),
                        day,
                        lapse.coverId(),
                        lapse.kind().name(),
                        lapse.cause().name(),
                        lapse.lapsesOn())))
        .toList();
  }
}
