package org.shouxin.risk.blacklist.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.risk.blacklist.model.BlacklistEntry;

/** An entry as shown to staff. */
public record EntryView(
    UUID entryId,
    UUID borrowerId,
    BlacklistEntry.Ground ground,
    BlacklistEntry.State state,
    EvidenceView evidence,
    String proposedBy,
    Instant proposedAt,
    String activatedBy,
    String noticeReference,
    LocalDate expiresOn,
    String objection,
    LocalDate answerDueOn,
    String answer,
    LocalDate removedOn,
    String removedBecause) {

  /** What the entry stands on. */
  public record EvidenceView(UUID loanId, UUID eventId, UUID logLeafId, String note) {}

  static EntryView of(BlacklistEntry entry) {
    return new EntryView(
        entry.id(),
        entry.borrowerId(),
        entry.ground(),
        entry.state(),
        new EvidenceView(entry.loanId(), entry.evidenceEvent(), entry.evidenceLeaf(), entry.note()),
        entry.proposedBy(),
        entry.proposedAt(),
        entry.activatedBy(),
        entry.noticeReference(),
        entry.expiresOn(),
        entry.objection(),
        entry.answerDueOn(),
        entry.answer(),
        entry.removedOn(),
        entry.removedBecause());
  }
}
