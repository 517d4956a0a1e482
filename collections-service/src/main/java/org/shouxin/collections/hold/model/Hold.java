package org.shouxin.collections.hold.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * One stop sign. While it stands nobody contacts the debtor, in this case or any other.
 *
 * <p>Placed -> released, once, by a person, by the case's end, or, where an arrangement placed it,
 * by that arrangement's refusal or failure.
 */
@Entity
@Table(name = "hold")
public class Hold {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private HoldKind kind;

  private String reason;

  @Column(name = "arrangement_id")
  private UUID arrangementId;

  @Column(name = "accepted_on")
  private LocalDate acceptedOn;

  @Column(name = "placed_on")
  private LocalDate placedOn;

  @Column(name = "placed_by")
  private String placedBy;

  @Column(name = "released_on")
  private LocalDate releasedOn;

  @Column(name = "released_by")
  private String releasedBy;

  @Version private int version;

  protected Hold() {}

  /** Whom a hold protects. */
  public record Subject(UUID caseId, UUID loanId, UUID borrowerId) {}

  /** A new hold together with its event. */
  public record Placing(Hold hold, List<HoldEvent> events) {}

  /** Places a hold by a person's decision. */
  public static Placing place(
      UUID id, Subject subject, HoldKind kind, String reason, LocalDate day, String by) {
    Hold hold = new Hold();
    hold.id = id;
    hold.caseId = subject.caseId();
    hold.loanId = subject.loanId();
    hold.borrowerId = subject.borrowerId();
    hold.kind = kind;
    hold.reason = reason;
    hold.placedOn = day;
    hold.placedBy = by;
    return new Placing(
        hold,
        List.of(
            new HoldEvent.HoldPlaced(
                subject.caseId(), id, subject.loanId(), subject.borrowerId(), kind, day)));
  }

  /** Places a hold because the borrower asked for, or was granted, an arrangement. */
  public static Placing placeFor(
      UUID id, Subject subject, UUID arrangementId, LocalDate day, String by) {
    Placing placing = place(id, subject, HoldKind.HARDSHIP, "ARRANGEMENT", day, by);
    placing.hold().arrangementId = arrangementId;
    return placing;
  }

  /** The lender accepted the arrangement this hold stands for. */
  public void arrangementAccepted(LocalDate day) {
    acceptedOn = day;
  }

  /** The loan fell behind after its arrangement had been accepted. */
  public boolean isArrangementBroken(LocalDate delinquentOn) {
    return isActive() && acceptedOn != null && delinquentOn.isAfter(acceptedOn);
  }

  /** Releases the hold; a second release breaks rule HOLD_RELEASED. */
  public List<HoldEvent> release(LocalDate day, String by) {
    if (!isActive()) {
      throw RuleViolation.conflict("HOLD_RELEASED", "The hold was already released.");
    }
    releasedOn = day;
    releasedBy = by;
    return List.of(new HoldEvent.HoldReleased(caseId, id, loanId, borrowerId, kind, day));
  }

  public boolean isActive() {
    return releasedOn == null;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public HoldKind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  public UUID arrangementId() {
    return arrangementId;
  }

  public LocalDate placedOn() {
    return placedOn;
  }

  public LocalDate releasedOn() {
    return releasedOn;
  }
}
