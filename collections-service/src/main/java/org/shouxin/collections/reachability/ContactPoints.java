package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What disclosures told beside the addresses, which are never kept. In the caller's unit of work.
 */
public interface ContactPoints {
  /** Remembers the zone and, if the channel uses the number, which contact point it is. */
  Uni<Void> learn(UUID borrowerId, String zone, UUID numberPointId);

  Uni<Map<UUID, Known>> known(Collection<UUID> borrowerIds);

  /** What was told last; the number's contact point is null until a number was disclosed. */
  record Known(String zone, UUID numberPointId) {
    static final Known NOTHING = new Known(null, null);
  }

  /** Closes the borrower's last known number for ever. */
  Uni<Void> recycle(UUID borrowerId);

  Uni<Boolean> isRecycled(UUID contactPointId);
}
