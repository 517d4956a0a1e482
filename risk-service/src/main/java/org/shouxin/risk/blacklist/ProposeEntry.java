package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.blacklist.model.BlacklistEntry;
import org.shouxin.risk.exposure.TrackExposure;
import org.shouxin.risk.exposure.WriteOff;

/** Proposes an entry on evidence that this service was told of itself. */
@ApplicationScoped
public class ProposeEntry {

  public static final String EVIDENCE = "BLACKLIST_EVIDENCE_KNOWN";
  public static final String SUBJECT = "BLACKLIST_SUBJECT_KNOWN";
  public static final String ONCE = "BLACKLIST_LOAN_ONCE";
  public static final String NOTE = "NOTE_WITHOUT_IDENTIFIER";

  private static final Pattern IDENTIFIER = Pattern.compile("\\d([ -]?\\d){6,}");
  private static final String FRAUD = "FRAUD";

  private final BlacklistEntries entries;
  private final Subjects subjects;
  private final TrackExposure exposures;
  private final TellBlacklist events;
  private final Ids ids;
  private final Clock clock;

  public ProposeEntry(
      BlacklistEntries entries,
      Subjects subjects,
      TrackExposure exposures,
      TellBlacklist events,
      Ids ids,
      Clock clock) {
    this.entries = entries;
    this.subjects = subjects;
    this.exposures = exposures;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param eventId the event of the write-off, null when the log leaf is named
   * @param logLeafId the leaf of the write-off, null when the event is named
   */
  public record Proposal(
      UUID borrowerId,
      BlacklistEntry.Ground ground,
      UUID loanId,
      UUID eventId,
      UUID logLeafId,
      String note) {}

  /** Runs in the caller's transaction. */
  public Uni<BlacklistEntry> propose(Proposal proposal, String by) {
    if (proposal.note() != null && IDENTIFIER.matcher(proposal.note()).find()) {
      throw RuleViolation.refused(NOTE, "the note looks as if it carried a phone or ID number")
          .field("/evidence/note");
    }
    return exposures
        .writeOff(proposal.loanId())
        .invoke(writeOff -> requireEvidence(proposal, writeOff))
        .call(() -> requireKnownSubject(proposal.borrowerId()))
        .call(() -> requireNoOpenEntry(proposal.loanId()))
        .map(writeOff -> entry(proposal, writeOff, by))
        .call(entries::add)
        .call(entry -> events.tell(entry, List.of(proposed(entry))));
  }

  private BlacklistEntry entry(Proposal proposal, WriteOff writeOff, String by) {
    return new BlacklistEntry(
        ids.next(),
        proposal.ground(),
        new BlacklistEntry.Evidence(
            writeOff.loanId(),
            writeOff.borrowerId(),
            writeOff.day(),
            writeOff.eventId(),
            writeOff.logLeafId()),
        proposal.note(),
        by,
        clock.instant());
  }

  private static BlacklistEntry.BlacklistChanged proposed(BlacklistEntry entry) {
    return new BlacklistEntry.BlacklistChanged(
        entry.id(), entry.borrowerId(), entry.state(), entry.ground());
  }

  private static void requireEvidence(Proposal proposal, WriteOff known) {
    boolean named =
        known != null
            && known.borrowerId().equals(proposal.borrowerId())
            && (proposal.eventId() == null || proposal.eventId().equals(known.eventId()))
            && (proposal.logLeafId() == null || proposal.logLeafId().equals(known.logLeafId()))
            && (proposal.ground() != BlacklistEntry.Ground.FRAUD_CONFIRMED
                || FRAUD.equals(known.reason()));
    if (!named) {
      throw RuleViolation.refused(
              EVIDENCE, "no such write-off of this borrower's loan was told to this service")
          .field("/evidence");
    }
  }

  private Uni<Void> requireKnownSubject(UUID borrowerId) {
    return subjects
        .known(borrowerId)
        .invoke(
            known -> {
              if (!known) {
                throw RuleViolation.refused(SUBJECT, "the borrower was never assessed here")
                    .field("/borrowerId");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireNoOpenEntry(UUID loanId) {
    return entries
        .isOpen(loanId)
        .invoke(
            open -> {
              if (open) {
                throw RuleViolation.conflict(ONCE, "the loan has an entry already")
                    .field("/evidence/loanId");
              }
            })
        .replaceWithVoid();
  }
}
