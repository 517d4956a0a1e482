package org.shouxin.origination.contract;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.contract.model.Contract;

/** The contracts that were signed. */
public interface Contracts {

  /** Keeps one. */
  Uni<Void> add(Contract contract);

  /** The contract of an application; null when there is none. */
  Uni<Contract> ofApplication(UUID applicationId);
}
