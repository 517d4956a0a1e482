package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.model.Holder;
import org.shouxin.servicing.line.model.Room;

/** Credit lines, what was shown and drawn under them, and what risk lets a borrower owe. */
public interface Lines {

  Uni<Void> add(CreditLine line);

  Uni<Optional<CreditLine>> find(UUID id);

  /** The line, with every line of its borrower kept from everybody else until the end. */
  Uni<Optional<CreditLine>> locked(UUID id);

  Uni<Boolean> hasOpen(UUID borrowerId, String productCode);

  /** Lines by id, the youngest first; null means any. */
  Uni<List<CreditLine>> page(UUID borrowerId, String borrowerSubject, UUID before, int limit);

  /** Open lines of a borrower, in the order in which they are locked. */
  Uni<List<UUID>> open(UUID borrowerId);

  /** Open lines that a rule may have begun, or ceased, to block; those not yet told of first. */
  Uni<List<UUID>> turning(LocalDate day, int limit);

  /** What the line's borrower owes at the end of the day. */
  Uni<Room.Use> use(CreditLine line, LocalDate day);

  /** Account, channel and login of the borrower's youngest loan. */
  Uni<Optional<Holder>> knownHolder(UUID borrowerId);

  Uni<Void> add(Disclosure disclosure);

  Uni<Optional<Disclosure>> disclosure(UUID id);

  /** A draw that was confirmed. */
  record Draw(
      UUID loanId,
      UUID lineId,
      UUID disclosureId,
      LocalDate drawnOn,
      UUID logLeafId,
      Instant confirmedAt) {}

  /** False when the disclosure was used before. */
  Uni<Boolean> add(Draw draw);

  /** Draws of a line by loan id, the youngest first. */
  Uni<List<Draw>> draws(UUID lineId, UUID before, int limit);

  /** Remembers what risk lets the borrower owe. */
  Uni<Void> limit(UUID borrowerId, Money limit, String reason, Instant toldAt);
}
