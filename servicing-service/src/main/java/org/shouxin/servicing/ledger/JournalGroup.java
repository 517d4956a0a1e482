package org.shouxin.servicing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A posting group as the database holds it, which need not be as it was posted: nothing is checked.
 *
 * @param loanId null for groups that are about no single loan
 * @param logLeafId the leaf that proves it
 */
public record JournalGroup(
    UUID groupId,
    UUID loanId,
    LocalDate businessDate,
    String reason,
    String currency,
    UUID logLeafId,
    Instant recordedAt,
    List<Entry> entries) {

  public JournalGroup {
    entries = List.copyOf(entries);
  }

  /** A posting with its account's names; debit is positive, minor units. */
  public record Entry(String account, String nameZh, String nameEn, long minor) {}

  /** Where a page of the journal ends: the next one begins behind it. */
  public record Place(LocalDate businessDate, UUID groupId) {
    static Place before(LocalDate day) {
      return new Place(day.minusDays(1), new UUID(-1L, -1L));
    }
  }

  public Place place() {
    return new Place(businessDate, groupId);
  }

  /** What the group's leaf must be the hash of, if nobody changed the group. */
  public byte[] content() {
    return PostingContent.of(
        groupId,
        loanId,
        businessDate,
        reason,
        currency,
        entries.stream().map(e -> new PostingContent.Line(e.account(), e.minor())).toList());
  }
}
