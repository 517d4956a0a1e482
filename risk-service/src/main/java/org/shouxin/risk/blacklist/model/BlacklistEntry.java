package org.shouxin.risk.blacklist.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * An entry in the blacklist: PROPOSED by one person with evidence -> ACTIVE by another once notice
 * was sent (CN-CREDIT-01) -> DISPUTED by an objection, to be answered within 20 days (CN-CREDIT-03)
 * -> ACTIVE again when upheld, else REMOVED. REMOVED also five years after the write-off
 * (CN-CREDIT-02) and when an objection is not answered in time: the rule that protects the borrower
 * more wins.
 */
@Entity
@Table(name = "blacklist_entry")
public class BlacklistEntry {

  public static final String FOUR_EYES = "FOUR_EYES";
  public static final String STATE = "BLACKLIST_ENTRY_STATE";
  private static final int LIFE_YEARS = 5;
  private static final int ANSWER_DAYS = 20;

  /** Why somebody is listed. */
  public enum Ground {
    WRITTEN_OFF,
    FRAUD_CONFIRMED
  }

  /** Life of an entry. */
  public enum State {
    PROPOSED,
    ACTIVE,
    DISPUTED,
    REMOVED
  }

  /** Answer to an objection. */
  public enum Answer {
    UPHELD,
    REMOVED
  }

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private Ground ground;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "evidence_event")
  private UUID evidenceEvent;

  @Column(name = "evidence_leaf")
  private UUID evidenceLeaf;

  private String note;

  @Column(name = "proposed_by")
  private String proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "activated_by")
  private String activatedBy;

  @Column(name = "notice_reference")
  private String noticeReference;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  private String objection;

  @Column(name = "answer_due_on")
  private LocalDate answerDueOn;

  @Column(name = "answered_by")
  private String answeredBy;

  private String answer;

  @Column(name = "removed_on")
  private LocalDate removedOn;

  @Column(name = "removed_because")
  private String removedBecause;

  protected BlacklistEntry() {}

  /**
   * Proposes an entry; expires five years after the write-off.
   *
   * @param evidence the write-off that servicing told of
   */
  public BlacklistEntry(
      UUID id, Ground ground, Evidence evidence, String note, String proposedBy, Instant at) {
    this.id = id;
    this.borrowerId = evidence.borrowerId();
    this.ground = ground;
    this.state = State.PROPOSED;
    this.loanId = evidence.loanId();
    this.evidenceEvent = evidence.eventId();
    this.evidenceLeaf = evidence.logLeafId();
    this.note = note;
    this.proposedBy = proposedBy;
    this.proposedAt = at;
    this.expiresOn = evidence.day().plusYears(LIFE_YEARS);
  }

  /** What an entry stands on. */
  public record Evidence(
      UUID loanId, UUID borrowerId, LocalDate day, UUID eventId, UUID logLeafId) {}

  /** The entry moved; what others are told: {@code risk.blacklist.changed.v1}. */
  public record BlacklistChanged(UUID entryId, UUID borrowerId, State state, Ground ground) {}

  /**
   * @param notice reference of the notice sent to the borrower before listing
   */
  public List<BlacklistChanged> activate(String by, String notice) {
    require(State.PROPOSED);
    requireOtherThanProposer(by);
    activatedBy = by;
    noticeReference = notice;
    return become(State.ACTIVE);
  }

  public List<BlacklistChanged> objected(String reference, LocalDate today) {
    require(State.PROPOSED, State.ACTIVE);
    objection = reference;
    answerDueOn = today.plusDays(ANSWER_DAYS);
    return become(State.DISPUTED);
  }

  public List<BlacklistChanged> answered(
      Answer decision, String reference, String by, LocalDate today) {
    require(State.DISPUTED);
    requireOtherThanProposer(by);
    answeredBy = by;
    answer = decision + " " + reference;
    if (decision == Answer.REMOVED) {
      return remove(today, "OBJECTION_UPHELD");
    }
    return become(activatedBy == null ? State.PROPOSED : State.ACTIVE);
  }

  /** Removes what has lived its time or was not answered in time. */
  public List<BlacklistChanged> dayOpened(LocalDate today) {
    if (state == State.REMOVED) {
      return List.of();
    }
    if (today.isAfter(expiresOn)) {
      return remove(today, "CN-CREDIT-02");
    }
    if (state == State.DISPUTED && today.isAfter(answerDueOn)) {
      return remove(today, "CN-CREDIT-03");
    }
    return List.of();
  }

  private List<BlacklistChanged> remove(LocalDate today, String because) {
    removedOn = today;
    removedBecause = because;
    return become(State.REMOVED);
  }

  private List<BlacklistChanged> become(State next) {
    state = next;
    return List.of(new BlacklistChanged(id, borrowerId, state, ground));
  }

  private void require(State... allowed) {
    if (!List.of(allowed).contains(state)) {
      throw RuleViolation.conflict(STATE, "not possible in state " + state).with("state", state);
    }
  }

  private void requireOtherThanProposer(String by) {
    if (proposedBy.equals(by)) {
      throw RuleViolation.refused(FOUR_EYES, "another person than the proposer must do this");
    }
  }

  public UUID id() {
    return id;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public Ground ground() {
    return ground;
  }

  public State state() {
    return state;
  }

  public UUID loanId() {
    return loanId;
  }

  public UUID evidenceEvent() {
    return evidenceEvent;
  }

  public UUID evidenceLeaf() {
    return evidenceLeaf;
  }

  public String note() {
    return note;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public String activatedBy() {
    return activatedBy;
  }

  public String noticeReference() {
    return noticeReference;
  }

  public LocalDate expiresOn() {
    return expiresOn;
  }

  public String objection() {
    return objection;
  }

  public LocalDate answerDueOn() {
    return answerDueOn;
  }

  public String answer() {
    return answer;
  }

  public LocalDate removedOn() {
    return removedOn;
  }

  public String removedBecause() {
    return removedBecause;
  }
}
