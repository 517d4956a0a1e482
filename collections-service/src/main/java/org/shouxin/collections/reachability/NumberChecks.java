package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.collections.reachability.model.NumberStatus;

/** Asks origination to have the carrier look at a borrower's number. A remote call. */
public interface NumberChecks {
  Uni<NumberStatus> check(UUID borrowerId, UUID reference);
}
