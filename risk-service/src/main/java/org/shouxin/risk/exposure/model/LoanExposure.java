package org.shouxin.risk.exposure.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * A loan as servicing tells of it: OPEN from the payout until CLOSED (nothing owed) or WRITTEN_OFF.
 * The write-off keeps the event that told of it: the only evidence an entry in the blacklist may
 * name.
 */
@Entity
@Table(name = "loan_exposure")
public class LoanExposure {

  /** Life of the loan. */
  public enum State {
    OPEN,
    CLOSED,
    WRITTEN_OFF
  }

  @Id
  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "principal_minor")
  private long principalMinor;

  @Column(name = "outstanding_minor")
  private long outstandingMinor;

  private String currency;

  @Enumerated(EnumType.STRING)
  private State state;

  private String stage;

  @Column(name = "days_past_due")
  private int daysPastDue;

  @Column(name = "written_off_on")
  private LocalDate writtenOffOn;

  @Column(name = "written_off_reason")
  private String writtenOffReason;

  @Column(name = "written_off_event")
  private UUID writtenOffEvent;

  @Column(name = "written_off_leaf")
  private UUID writtenOffLeaf;

  protected LoanExposure() {}

  public LoanExposure(UUID loanId, UUID borrowerId, Money principal) {
    this.loanId = loanId;
    this.borrowerId = borrowerId;
    this.principalMinor = principal.minor();
    this.outstandingMinor = principal.minor();
    this.currency = principal.currency().getCurrencyCode();
    this.state = State.OPEN;
    this.stage = "CURRENT";
  }

  public void delinquent(String newStage, int newDaysPastDue, Money outstanding) {
    stage = newStage;
    daysPastDue = newDaysPastDue;
    outstandingMinor = outstanding.minor();
  }

  public void principalPaid(Money principal) {
    outstandingMinor = Math.max(0, outstandingMinor - principal.minor());
  }

  public void paymentReversed(Money principal) {
    outstandingMinor = Math.min(principalMinor, outstandingMinor + principal.minor());
  }

  public void closed() {
    state = State.CLOSED;
    outstandingMinor = 0;
    daysPastDue = 0;
    stage = "CURRENT";
  }

  public void writtenOff(LocalDate day, String reason, UUID event, UUID leaf) {
    state = State.WRITTEN_OFF;
    stage = "WRITTEN_OFF";
    writtenOffOn = day;
    writtenOffReason = reason;
    writtenOffEvent = event;
    writtenOffLeaf = leaf;
  }

  public UUID loanId() {
    return loanId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public State state() {
    return state;
  }

  public Money outstanding() {
    return Money.ofMinor(outstandingMinor, currency);
  }

  public LocalDate writtenOffOn() {
    return writtenOffOn;
  }

  public String writtenOffReason() {
    return writtenOffReason;
  }

  public UUID writtenOffEvent() {
    return writtenOffEvent;
  }

  public UUID writtenOffLeaf() {
    return writtenOffLeaf;
  }
}
