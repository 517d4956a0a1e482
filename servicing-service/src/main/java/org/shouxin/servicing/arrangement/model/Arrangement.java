package org.shouxin.servicing.arrangement.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A change of a running loan's schedule that is asked for.
 *
 * <p>REQUESTED (quoted; waits for the borrower) | REFERRED (a person decides) | REJECTED at once,
 * with the rule. REFERRED -> REQUESTED (approved and quoted) | REJECTED. REQUESTED -> ACCEPTED (in
 * force) | LAPSED (nobody answered in its days). REQUESTED, REFERRED -> WITHDRAWN by the borrower.
 * A quote is accepted only as it was shown: when loan or day have changed what it would bring, it
 * has to be quoted anew.
 */
@Entity
@Table(name = "arrangement")
public class Arrangement {

  /** Where a request stands. */
  public enum State {
    REQUESTED,
    REFERRED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    LAPSED
  }

  /** CN-CLASS-02: a restructured loan is watched for two periods, and for a year at least. */
  private static final int WATCH_YEARS_MIN = 1;

  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Embedded private Wish wish;

  @Enumerated(EnumType.STRING)
  private State state;

  private String rule;

  @Column(name = "requested_on")
  private LocalDate requestedOn;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "reviewed_on")
  private LocalDate reviewedOn;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  @Column(name = "review_reason")
  private String reviewReason;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "quoted_on")
  private LocalDate quotedOn;

  @Column(name = "quote_until")
  private LocalDate quoteUntil;

  @Column(name = "quote_digest")
  private String quoteDigest;

  @Column(name = "cost_difference_minor")
  private long costDifferenceMinor;

  private String currency;

  @Column(name = "loan_version")
  private long loanVersion;

  @Column(name = "watch_until")
  private LocalDate watchUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Arrangement() {}

  /** Who asks, and when. */
  public record Asked(String by, LocalDate on, Instant at) {}

  /**
   * What was worked out and shown.
   *
   * @param digest of the whole new schedule
   * @param until last day on which it can be accepted
   */
  public record Quoted(
      long loanVersion, LocalDate on, LocalDate until, String digest, Money costDifference) {}

  /** A person who decides, and why. */
  public record Review(String by, String reason, LocalDate on) {}

  public static Arrangement asked(UUID id, UUID loanId, Wish wish, String currency, Asked asked) {
    Arrangement arrangement = new Arrangement();
    arrangement.id = id;
    arrangement.loanId = loanId;
    arrangement.wish = wish;
    arrangement.state = State.REFERRED;
    arrangement.requestedOn = asked.on();
    arrangement.requestedBy = asked.by();
    arrangement.currency = currency;
    arrangement.createdAt = asked.at();
    return arrangement;
  }

  /** Shows what it would bring and waits for the borrower. */
  public void quote(Quoted quoted) {
    requireOpen();
    state = State.REQUESTED;
    rule = null;
    loanVersion = quoted.loanVersion();
    quotedOn = quoted.on();
    quoteUntil = quoted.until();
    quoteDigest = quoted.digest();
    costDifferenceMinor = quoted.costDifference().minor();
  }

  /** Leaves it to a person; the rule says why it was not answered at once. */
  public void refer(String because) {
    requireOpen();
    state = State.REFERRED;
    rule = because;
  }

  /** Turns the request down; the rule is what the borrower reads. */
  public void reject(String because, LocalDate day) {
    requireOpen();
    state = State.REJECTED;
    rule = because;
    decidedOn = day;
  }

  /** A person grants it, as asked or on other terms; who asked for it does not decide on it. */
  public void approve(Review review, Wish granted, Quoted quoted) {
    review(review);
    wish = granted;
    quote(quoted);
  }

  /** A person turns it down. */
  public void decline(Review review) {
    review(review);
    reject("ARRANGEMENT_DECLINED", review.on());
  }

  /** The borrower accepts what was shown; it must still be what it would bring. */
  public void accept(Plan plan, boolean watched, LocalDate today) {
    requireQuoted();
    if (today.isAfter(quoteUntil) || !plan.digest().equals(quoteDigest)) {
      throw RuleViolation.conflict(
          "ARRANGEMENT_OUTDATED", "the loan or the day has changed since the quote");
    }
    state = State.ACCEPTED;
    decidedOn = today;
    watchUntil = watched ? watchUntil(plan) : null;
  }

  /** The borrower no longer wants it. */
  public void withdraw(LocalDate today) {
    requireOpen();
    state = State.WITHDRAWN;
    decidedOn = today;
  }

  /** Refuses what is not waiting for the borrower. */
  public void requireQuoted() {
    requireOpen();
    if (state != State.REQUESTED) {
      throw RuleViolation.conflict("ARRANGEMENT_NOT_QUOTED", "a person has yet to decide");
    }
  }

  /** Nobody answered the quote in its days. */
  public void lapse(LocalDate today) {
    requireQuoted();
    if (!today.isAfter(quoteUntil)) {
      throw RuleViolation.conflict("ARRANGEMENT_RUNNING", "the quote can still be accepted");
    }
    state = State.LAPSED;
    decidedOn = today;
  }

  private void review(Review review) {
    if (state != State.REFERRED) {
      throw RuleViolation.conflict("ARRANGEMENT_DECIDED", "the request was decided before");
    }
    if (review.by().equals(requestedBy)) {
      throw RuleViolation.refused(
          "ARRANGEMENT_FOUR_EYES", "who asked for it does not decide on it");
    }
    reviewedBy = review.by();
    reviewReason = review.reason();
    reviewedOn = review.on();
  }

  private static LocalDate watchUntil(Plan plan) {
    LocalDate second = plan.secondPeriodEnd();
    LocalDate year = plan.firstDueDate().plusYears(WATCH_YEARS_MIN);
    return second.isAfter(year) ? second : year;
  }

  private void requireOpen() {
    if (state != State.REQUESTED && state != State.REFERRED) {
      throw RuleViolation.conflict("ARRANGEMENT_DECIDED", "the request was decided before");
    }
  }

  public boolean isOpen() {
    return state == State.REQUESTED || state == State.REFERRED;
  }

  public UUID id() {
    return id;
  }

  public UUID loanId() {
    return loanId;
  }

  public Wish wish() {
    return wish;
  }

  public State state() {
    return state;
  }

  /** The rule that turned the request down or sent it to a person, or null. */
  public String rule() {
    return rule;
  }

  public LocalDate requestedOn() {
    return requestedOn;
  }

  public Optional<Review> review() {
    return reviewedBy == null
        ? Optional.empty()
        : Optional.of(new Review(reviewedBy, reviewReason, reviewedOn));
  }

  /** Last day on which the quote can be accepted, or null. */
  public LocalDate quoteUntil() {
    return quoteUntil;
  }

  public Money costDifference() {
    return Money.ofMinor(costDifferenceMinor, currency);
  }

  /** Last day of the watch period (CN-CLASS-02), or null. */
  public LocalDate watchUntil() {
    return watchUntil;
  }

  public Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
