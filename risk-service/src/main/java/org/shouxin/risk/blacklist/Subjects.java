package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which tags belong to which borrower, and who met which entry. */
public interface Subjects {

  Uni<Void> remember(UUID borrowerId, List<Tag> tags);

  Uni<Boolean> known(UUID borrowerId);

  /** Forgets a borrower's tags; an entry keeps its own copy until it is removed. */
  Uni<Void> forget(UUID borrowerId);

  Uni<Void> record(UUID hitId, Hit hit, Inquiry inquiry, Instant at);

  /**
   * Who asked about whom.
   *
   * @param askedBy client that asked
   */
  record Inquiry(UUID applicationId, UUID borrowerId, String askedBy) {}
}
