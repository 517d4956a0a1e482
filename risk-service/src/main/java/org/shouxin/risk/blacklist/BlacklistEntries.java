package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.risk.blacklist.model.BlacklistEntry;

/** Entries of the blacklist and the tags they are found by. */
public interface BlacklistEntries {

  /** Adds an entry under all tags known of its borrower. */
  Uni<Void> add(BlacklistEntry entry);

  /** Locked until the transaction ends; null when there is none. */
  Uni<BlacklistEntry> lock(UUID entryId);

  Uni<BlacklistEntry> find(UUID entryId);

  /** Whether an entry about this loan is not removed. */
  Uni<Boolean> isOpen(UUID loanId);

  /** Entries that must be removed on this day. */
  Uni<List<BlacklistEntry>> due(LocalDate today);

  /**
   * Newest first.
   *
   * @param before id of the last one seen, null for the first page
   */
  Uni<List<BlacklistEntry>> page(UUID before, int limit);

  /** ACTIVE and DISPUTED entries that any of the tags meets. */
  Uni<List<Hit>> matching(List<Tag> tags);
}
