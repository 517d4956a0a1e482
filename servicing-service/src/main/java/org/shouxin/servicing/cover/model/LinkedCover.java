package org.shouxin.servicing.cover.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A policy or guarantee that hangs on a loan (关联保障).
 *
 * <p>ACTIVE -> LAPSED (its last day has passed, or the loan was late for too long) | ENDED (by an
 * officer: replaced, or no longer needed). It is warned of in time, by days that are data.
 */
@Entity
@Table(name = "linked_cover")
public class LinkedCover {

  /** What covers the loan. */
  public enum Kind {
    POLICY,
    GUARANTEE
  }

  /** Whether it covers. */
  public enum State {
    ACTIVE,
    LAPSED,
    ENDED
  }

  /** What makes a cover lapse. */
  public enum Cause {
    DATE,
    LATENESS
  }

  @Id private UUID id;

  @Version private long version;

  @Column(name = "loan_id")
  private UUID loanId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String provider;

  private String reference;

  @Column(name = "lapses_on")
  private LocalDate lapsesOn;

  @Column(name = "lapses_days_past_due")
  private Integer lapsesDaysPastDue;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "added_on")
  private LocalDate addedOn;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  @Column(name = "created_at")
  private Instant createdAt;

  protected LinkedCover() {}

  /**
   * What is known of a cover.
   *
   * @param provider the insurer or guarantor, an institution
   * @param reference number of the policy or guarantee
   * @param lapsesOn last day that is covered, or null
   * @param lapsesDaysPastDue days past due from which nothing is covered, or null
   */
  public record Contract(
      Kind kind,
      String provider,
      String reference,
      LocalDate lapsesOn,
      Integer lapsesDaysPastDue) {}

  public static LinkedCover of(
      UUID id, UUID loanId, Contract contract, LocalDate today, Instant now) {
    if (contract.lapsesOn() == null && contract.lapsesDaysPastDue() == null) {
      throw RuleViolation.refused("COVER_LAPSE", "a cover says when it lapses").field("/lapsesOn");
    }
    if (contract.lapsesOn() != null && contract.lapsesOn().isBefore(today)) {
      throw RuleViolation.refused("COVER_LAPSED", "the cover has lapsed already")
          .field("/lapsesOn");
    }
    LinkedCover cover = new LinkedCover();
    cover.id = id;
    cover.loanId = loanId;
    cover.kind = contract.kind();
    cover.provider = contract.provider();
    cover.reference = contract.reference();
    cover.lapsesOn = contract.lapsesOn();
    cover.lapsesDaysPastDue = contract.lapsesDaysPastDue();
    cover.state = State.ACTIVE;
    cover.addedOn = today;
    cover.createdAt = now;
    return cover;
  }

  public void end(LocalDate today) {
    if (state != State.ACTIVE) {
      throw RuleViolation.conflict("COVER_NOT_ACTIVE", "the cover is no longer active");
    }
    state = State.ENDED;
    endedOn = today;
  }

  public UUID id() {
    return id;
  }

  public UUID loanId() {
    return loanId;
  }

  public Contract contract() {
    return new Contract(kind, provider, reference, lapsesOn, lapsesDaysPastDue);
  }

  public State state() {
    return state;
  }

  public LocalDate addedOn() {
    return addedOn;
  }

  public LocalDate endedOn() {
    return endedOn;
  }
}
