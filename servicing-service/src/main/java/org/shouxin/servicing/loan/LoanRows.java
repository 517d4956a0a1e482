package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Loan;

/** The loans as plain rows, for work on many at once; no session keeps them. */
public interface LoanRows {

  /**
   * The loans of these ids, whole, kept from everybody else until the transaction ends. What
   * changes of them is written with it.
   */
  Uni<Map<UUID, Loan>> locked(Collection<UUID> ids);
}
