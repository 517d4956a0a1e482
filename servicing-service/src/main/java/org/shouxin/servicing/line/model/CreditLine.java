package org.shouxin.servicing.line.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A credit line (循环额度): a framework contract under which a borrower draws again and again, each
 * draw a loan with its own schedule.
 *
 * <p>OPEN -> CLOSED (by the borrower or an officer; what was drawn is owed as before). A line that
 * has passed its last day stays OPEN but refuses draws. What is drawn is never stored: {@link Room}
 * is worked out from the draws' loans under this row's lock, so repayment restores the limit by
 * itself.
 */
@Entity
@Table(name = "credit_line")
public class CreditLine {

  /** Largest limit of one person, minor units: 200,000.00 (CN-LIMIT-02). */
  public static final long LIMIT_MINOR_MAX = 200_000_00L;

  /** Smallest limit, minor units: 1,000.00. */
  public static final long LIMIT_MINOR_MIN = 1_000_00L;

  /** A line runs three years at most before it is signed again (the lender's own rule). */
  public static final int YEARS_MAX = 3;

  public enum State {
    OPEN,
    CLOSED
  }

  @Id private UUID id;

  @Version private long version;

  @Embedded private Holder holder;

  @Embedded private LineTerms terms;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "opened_on")
  private LocalDate openedOn;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "frozen_by")
  private String frozenBy;

  protected CreditLine() {}

  /** A line whose framework contract was signed. */
  public static CreditLine open(
      UUID id, Holder holder, LineTerms terms, LocalDate day, String openedBy) {
    if (terms.limitMinor() > LIMIT_MINOR_MAX) {
      throw RuleViolation.refused("CN-LIMIT-02", "a person's line is at most 200000.00")
          .field("/limit/amount");
    }
    if (!terms.expiresOn().isAfter(day) || terms.expiresOn().isAfter(day.plusYears(YEARS_MAX))) {
      throw RuleViolation.refused("LINE_EXPIRY", "a line ends after today, within three years")
          .field("/expiresOn");
    }
    CreditLine line = new CreditLine();
    line.id = id;
    line.holder = holder;
    line.terms = terms;
    line.state = State.OPEN;
    line.openedOn = day;
    line.openedBy = openedBy;
    return line;
  }

  /** Ends drawing for good; what was drawn is repaid as agreed. */
  public void close(LocalDate day) {
    if (state != State.OPEN) {
      throw RuleViolation.conflict("LINE_CLOSED", "the line is closed");
    }
    state = State.CLOSED;
    closedOn = day;
  }

  /** What has become of an open line since it was last looked at. */
  public enum Turn {
    FROZEN,
    RELEASED
  }

  /** Takes what may be drawn now; tells when a rule has begun, or ceased, to block all draws. */
  public Optional<Turn> stands(Room room) {
    if (state != State.OPEN || Objects.equals(frozenBy, room.blockedBy())) {
      return Optional.empty();
    }
    frozenBy = room.blockedBy();
    return Optional.of(frozenBy == null ? Turn.RELEASED : Turn.FROZEN);
  }

  /** What may be drawn on a day, and why not when nothing may. */
  public Room room(Room.Use use, LocalDate day) {
    return Room.of(terms.limitMinor(), use, state == State.OPEN, !day.isAfter(terms.expiresOn()));
  }

  /** Refuses a draw that the contract or the room does not allow, by the rule that forbids it. */
  public void requireDrawable(Money amount, int months, Room.Use use, LocalDate day) {
    if (!amount.currency().getCurrencyCode().equals(terms.currency())) {
      throw RuleViolation.refused("CURRENCY_NOT_SERVED", "a line is drawn in its own currency")
          .field("/amount/currency");
    }
    if (months > terms.termMonthsMax()) {
      throw RuleViolation.refused(
              "LINE_TERM", "a draw runs at most " + terms.termMonthsMax() + " months")
          .field("/termMonths");
    }
    room(use, day).requireFor(amount.minor());
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public Holder holder() {
    return holder;
  }

  public LineTerms terms() {
    return terms;
  }

  public State state() {
    return state;
  }

  public LocalDate openedOn() {
    return openedOn;
  }

  public Optional<LocalDate> closedOn() {
    return Optional.ofNullable(closedOn);
  }
}
