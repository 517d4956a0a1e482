package org.shouxin.servicing.proof;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Which posting group stands behind a line of a loan's account. */
public interface Posted {

  /** The group's id; empty when the loan has no such line. */
  Uni<Optional<UUID>> groupOf(UUID loanId, UUID transactionId);
}
