package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.reachability.model.Reachability;
import org.shouxin.collections.reachability.model.Transition;

/** What is known of borrowers' reachability. Every call runs in the caller's unit of work. */
public interface Reachabilities {
  /** The borrower's row, created if it is missing, locked until the transaction ends. */
  Uni<Reachability> lock(UUID borrowerId);

  Uni<Optional<Reachability>> find(UUID borrowerId);

  Uni<List<Reachability>> findAll(Collection<UUID> borrowerIds);

  /** Keeps a step as evidence. */
  Uni<Void> keep(Transition step);

  Uni<List<Transition>> evidence(UUID borrowerId);

  /** Suspects with an open case who were not asked about on this business date. */
  Uni<List<UUID>> unchecked(LocalDate businessDate, int limit);

  /**
   * Takes the right to ask the carrier about a suspect; false when somebody else has it.
   *
   * @param seconds for how long the right lasts
   */
  Uni<Boolean> claimCheck(UUID borrowerId, LocalDate businessDate, int seconds);

  /** A suspect was asked about; not again before the next business date. */
  Uni<Void> checked(UUID borrowerId, LocalDate businessDate);

  /** A borrower has become suspect again; an earlier check no longer counts. */
  Uni<Void> forgetCheck(UUID borrowerId);
}
