package org.shouxin.origination.contract;

import io.smallrye.mutiny.Uni;
import org.shouxin.origination.contract.model.LoanContracted;

/** Tells servicing and risk of a new loan. */
public interface ContractEvents {

  /** In the transaction that signs. */
  Uni<Void> publish(LoanContracted event);
}
