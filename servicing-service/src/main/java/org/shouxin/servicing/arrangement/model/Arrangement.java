package org.shouxin.servicing.arrangement.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A change of a running loan's schedule that the borrower asks for.
 *
 * <p>REQUESTED (within policy and quoted; waits for the borrower) -> ACCEPTED (in force). A request
 * outside policy is REJECTED at once, with the rule. A quote holds on the day it was made and as
 * long as the loan does not change; then it has to be asked for again.
 */
@Entity
@Table(name = "arrangement")
public class Arrangement {

  public enum Kind {
    EXTENSION
  }

  public enum Reason {
    ILLNESS,
    INCOME_LOSS,
    DISASTER,
    ABROAD,
    OTHER
  }

  public enum State {
    REQUESTED,
    ACCEPTED,
    REJECTED
  }

  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Reason reason;

  private int months;

  private String evidence;

  @Enumerated(EnumType.STRING)
  private State state;

  private String rule;

  @Column(name = "requested_on")
  private LocalDate requestedOn;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "cost_difference_minor")
  private long costDifferenceMinor;

  private String currency;

  @Column(name = "loan_version")
  private long loanVersion;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Arrangement() {}

  /** What the borrower asks for; evidence is the borrower's own words. */
  public record Wish(UUID loanId, Kind kind, Reason reason, int months, String evidence) {}

  /** What was worked out for it. */
  public record Quoted(long loanVersion, LocalDate on, Money costDifference) {}

  public static Arrangement requested(UUID id, Wish wish, Quoted quoted, Instant now) {
    Arrangement arrangement = new Arrangement();
    arrangement.id = id;
    arrangement.loanId = wish.loanId();
    arrangement.kind = wish.kind();
    arrangement.reason = wish.reason();
    arrangement.months = wish.months();
    arrangement.evidence = wish.evidence();
    arrangement.state = State.REQUESTED;
    arrangement.requestedOn = quoted.on();
    arrangement.costDifferenceMinor = quoted.costDifference().minor();
    arrangement.currency = quoted.costDifference().currency().getCurrencyCode();
    arrangement.loanVersion = quoted.loanVersion();
    arrangement.createdAt = now;
    return arrangement;
  }

  /** Turns the request down; the rule is what the borrower reads. */
  public void reject(String because) {
    requireOpen();
    state = State.REJECTED;
    rule = because;
    decidedOn = requestedOn;
  }

  /** The borrower accepts the quote. */
  public void accept(long currentLoanVersion, LocalDate today) {
    requireOpen();
    if (currentLoanVersion != loanVersion || !today.equals(requestedOn)) {
      throw RuleViolation.conflict(
          "ARRANGEMENT_OUTDATED", "the loan or the day has changed since the quote");
    }
    state = State.ACCEPTED;
    decidedOn = today;
  }

  private void requireOpen() {
    if (state != State.REQUESTED) {
      throw RuleViolation.conflict("ARRANGEMENT_DECIDED", "the request was decided before");
    }
  }

  public UUID id() {
    return id;
  }

  public UUID loanId() {
    return loanId;
  }

  public Kind kind() {
    return kind;
  }

  public Reason reason() {
    return reason;
  }

  public int months() {
    return months;
  }

  public State state() {
    return state;
  }

  /** The rule that turned the request down, or null. */
  public String rule() {
    return rule;
  }

  public LocalDate requestedOn() {
    return requestedOn;
  }

  public Money costDifference() {
    return Money.ofMinor(costDifferenceMinor, currency);
  }
}
