package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.collectioncase.model.CaseState;
import org.shouxin.collections.collectioncase.model.CollectionCase;

/** The cases. Every call runs in the caller's unit of work. */
public interface Cases {
  Uni<Void> add(CollectionCase opened);

  Uni<Optional<CollectionCase>> find(UUID id);

  Uni<Optional<CollectionCase>> openOf(UUID loanId);

  Uni<Boolean> isWrittenOff(UUID loanId);

  Uni<List<CollectionCase>> openOfBorrower(UUID borrowerId);

  /** Open cases in the order of their ids, after the given one if it is not null. */
  Uni<List<CollectionCase>> open(UUID after, int limit);

  /** One page more than asked by one row; null filters match everything. */
  Uni<List<CollectionCase>> page(UUID loanId, CaseState state, UUID after, int rows);
}
