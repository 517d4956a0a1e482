package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Tells the other services of borrowers. */
public interface BorrowerEvents {

  /** In the transaction that erased. */
  Uni<Void> erased(UUID borrowerId);
}
