package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The posting groups in the order of their days, and the log's leaves that they must equal. */
public interface Journals {

  /** Groups behind a place, up to a day, in order of day and id. */
  Uni<List<JournalGroup>> after(JournalGroup.Place place, LocalDate to, int groupsMax);

  Uni<Optional<JournalGroup>> find(UUID groupId);

  /** Those of the groups whose leaf is missing or is not the hash of their content. */
  Uni<List<Unproven>> unproven(List<JournalGroup> groups);

  /**
   * Leaves of postings that no group at all names, behind one leaf id and up to another.
   *
   * @param known leaves that a group is known to name
   */
  Uni<List<UUID>> orphans(UUID behind, UUID upTo, Set<UUID> known);

  /** The leaves next to the groups of some days; ids that no leaf has where there are none. */
  Uni<Around> around(LocalDate from, LocalDate to);

  /** Leaf of the last group before, and of the first group behind, some days. */
  record Around(UUID leafBefore, UUID leafBehind) {}

  /**
   * A group that its leaf does not prove.
   *
   * @param leafMissing true when there is no such leaf at all
   */
  record Unproven(UUID groupId, boolean leafMissing) {}
}
