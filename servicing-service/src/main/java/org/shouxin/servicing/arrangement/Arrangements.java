package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.arrangement.model.Arrangement;

/** Requests to change a loan's schedule, and what became of them. */
public interface Arrangements {

  Uni<Void> add(Arrangement arrangement);

  Uni<Optional<Arrangement>> locked(UUID id);

  /** How many extensions of the loan were accepted since the day. */
  Uni<Long> extensionsSince(UUID loanId, LocalDate day);
}
