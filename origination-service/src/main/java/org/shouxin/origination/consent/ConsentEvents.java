package org.shouxin.origination.consent;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Tells the other services that a consent was given or withdrawn. */
public interface ConsentEvents {

  /** In the transaction that records the word. */
  Uni<Void> changed(UUID borrowerId, Purpose purpose, boolean granted);
}
