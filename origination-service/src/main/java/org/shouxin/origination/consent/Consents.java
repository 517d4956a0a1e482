package org.shouxin.origination.consent;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The ledger of consents; rows are added, never changed. */
public interface Consents {

  /** Adds a word. */
  Uni<GivenConsent> record(UUID borrowerId, ConsentWish wish, Instant at);

  /** The word that stands for each purpose. */
  Uni<List<GivenConsent>> standing(UUID borrowerId);
}
