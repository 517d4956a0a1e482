package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.hold.model.Hold;

/** The holds. Every call runs in the caller's unit of work. */
public interface Holds {
  Uni<Void> add(Hold hold);

  Uni<Optional<Hold>> find(UUID id);

  Uni<List<Hold>> activeOfCase(UUID caseId);

  Uni<List<Hold>> activeOfBorrowers(Collection<UUID> borrowerIds);

  Uni<List<Hold>> ofCase(UUID caseId);
}
