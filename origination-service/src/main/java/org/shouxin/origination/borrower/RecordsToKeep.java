package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whether something still rests on a borrower's data; whoever keeps it answers. */
public interface RecordsToKeep {

  /** Fails with the rule that forbids erasing. */
  Uni<Void> requireNone(UUID borrowerId);
}
