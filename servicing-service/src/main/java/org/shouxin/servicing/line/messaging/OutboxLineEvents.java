package org.shouxin.servicing.line.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.line.LineEvents;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Room;

@ApplicationScoped
public class OutboxLineEvents implements LineEvents {

  static final String TOPIC = "servicing.line";

  private final Outbox outbox;

  OutboxLineEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * The event as others know it.
   *
   * @param limit of the contract
   * @param riskLimit what risk lets the borrower owe altogether, or null
   * @param owed unpaid principal of the line's draws
   * @param blockedBy the rule that blocks every draw, or null
   */
  record Told(
      UUID lineId,
      UUID borrowerId,
      LocalDate businessDate,
      Money limit,
      Money riskLimit,
      Money owed,
      Money available,
      String blockedBy) {}

  /** A draw as others know it. */
  record Drawn(
      UUID lineId,
      UUID borrowerId,
      LocalDate businessDate,
      UUID loanId,
      Money amount,
      Money available) {}

  @Override
  public Uni<Void> became(Kind kind, CreditLine line, Room room, LocalDate day) {
    Long riskLimit = room.use().riskLimitMinor();
    return outbox.append(
        event(
            line,
            type(kind),
            new Told(
                line.id(),
                line.holder().borrowerId(),
                day,
                line.terms().money(room.limitMinor()),
                riskLimit == null ? null : line.terms().money(riskLimit),
                line.terms().money(room.use().owedOnLineMinor()),
                line.terms().money(room.availableMinor()),
                room.blockedBy())));
  }

  @Override
  public Uni<Void> drawn(CreditLine line, UUID loanId, Money amount, Room room, LocalDate day) {
    return outbox.append(
        event(
            line,
            "servicing.line.drawn.v1",
            new Drawn(
                line.id(),
                line.holder().borrowerId(),
                day,
                loanId,
                amount,
                line.terms().money(room.availableMinor()))));
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case OPENED -> "servicing.line.opened.v1";
      case LIMIT_CHANGED -> "servicing.line.limit-changed.v1";
      case FROZEN -> "servicing.line.frozen.v1";
      case RELEASED -> "servicing.line.released.v1";
      case CLOSED -> "servicing.line.closed.v1";
    };
  }

  private static OutgoingEvent event(CreditLine line, String type, Object payload) {
    return new OutgoingEvent(TOPIC, line.id().toString(), type, payload);
  }
}
