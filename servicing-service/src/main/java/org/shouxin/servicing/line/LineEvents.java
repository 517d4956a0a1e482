package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Room;

/** Tells the other services what becomes of a line, with what may be drawn afterwards. */
public interface LineEvents {

  /** What has become of a line. */
  enum Kind {
    OPENED,
    LIMIT_CHANGED,
    FROZEN,
    RELEASED,
    CLOSED
  }

  Uni<Void> became(Kind kind, CreditLine line, Room room, LocalDate day);

  /** Somebody drew; the loan is opened. */
  Uni<Void> drawn(CreditLine line, UUID loanId, Money amount, Room room, LocalDate day);
}
