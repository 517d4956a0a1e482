package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Turns approved terms into an offer. */
public interface OfferDesk {

  /**
   * Has the schedule calculated and the costs checked; outside any transaction. Fails with a rule
   * violation when the terms must not be offered.
   */
  Uni<PreparedOffer> prepare(ApprovedTerms terms);

  /** An offer that is still to be kept. */
  interface PreparedOffer {

    /** Until when it may be signed. */
    Instant expiresAt();

    /** Keeps it, in the caller's transaction. */
    Uni<Void> keep();
  }
}
