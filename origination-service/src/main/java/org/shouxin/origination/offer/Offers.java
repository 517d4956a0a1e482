package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.offer.model.Offer;

/** The offers that were made. */
public interface Offers {

  /** Keeps one. */
  Uni<Void> add(Offer offer);

  /** The offer of an application; null when there is none. */
  Uni<Offer> ofApplication(UUID applicationId);
}
