package org.shouxin.risk.limit;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.risk.limit.model.BorrowerLimit;

/** Limits by borrower. */
public interface BorrowerLimits {

  /** Null when nothing was ever granted or withheld. */
  Uni<BorrowerLimit> find(UUID borrowerId);

  /** The limit, made if need be, locked until the transaction ends. */
  Uni<BorrowerLimit> lock(UUID borrowerId, String currency);
}
