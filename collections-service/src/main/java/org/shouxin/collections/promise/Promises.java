package org.shouxin.collections.promise;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouxin.collections.promise.model.Promise;

/** The promises. Every call runs in the caller's unit of work. */
public interface Promises {
  /** False when the case has an open promise already; then nothing was written. */
  Uni<Boolean> addIfNoneOpen(Promise promise);

  /** Open promises due on or before the date, the oldest first. */
  Uni<List<Promise>> due(LocalDate day, int limit);

  Uni<List<Promise>> byIds(Collection<UUID> ids);

  Uni<List<Promise>> openOfCase(UUID caseId);

  Uni<List<Promise>> openOfBorrower(UUID borrowerId);

  Uni<Set<UUID>> casesWithOpen(Collection<UUID> caseIds);

  Uni<List<Promise>> ofCase(UUID caseId);
}
