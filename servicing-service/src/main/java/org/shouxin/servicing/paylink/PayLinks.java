package org.shouxin.servicing.paylink;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.paylink.model.PayLink;

/** The links that were given out. */
public interface PayLinks {

  Uni<Void> add(PayLink link, String issuedBy);

  Uni<Optional<PayLink>> find(UUID id);

  /** The same, kept from everybody else until the transaction ends. */
  Uni<Optional<PayLink>> locked(UUID id);

  /** Says which payment the link brought. */
  Uni<Void> brought(UUID id, UUID paymentId);
}
