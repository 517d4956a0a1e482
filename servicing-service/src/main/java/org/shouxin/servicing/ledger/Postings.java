package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The ledger's rows; they are added and read, never changed. */
public interface Postings {

  Uni<Void> add(UUID groupId, PostingGroup group, UUID logLeafId);

  Uni<List<TrialBalance.Line>> balances(LocalDate asOf);
}
