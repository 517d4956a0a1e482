package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Requests to give a loan up; at most one of a loan waits for its decision. */
public interface WriteOffRequests {

  /** A request that waits. */
  record Waiting(UUID requestId, String reason, String requestedBy) {}

  Uni<Void> add(UUID loanId, Waiting request);

  /** The one that waits, kept from everybody else until the transaction ends. */
  Uni<Optional<Waiting>> locked(UUID loanId);

  Uni<Void> decide(UUID requestId, boolean approved, String decidedBy);
}
