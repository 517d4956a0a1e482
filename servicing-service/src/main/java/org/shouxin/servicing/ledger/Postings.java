package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The ledger's rows; they are added and read, never changed. */
public interface Postings {

  Uni<Void> add(UUID groupId, PostingGroup group, UUID logLeafId);

  /** Keeps the sums of every day before an open one that has none yet. */
  Uni<Void> sumDaysBefore(LocalDate open);

  /**
   * Every account's balance at the end of a business day, as the books stood at a moment.
   *
   * @param recordedUntilOrNull postings recorded later are left out; null for now
   */
  Uni<List<TrialBalance.Line>> balances(LocalDate asOf, Instant recordedUntilOrNull);
}
