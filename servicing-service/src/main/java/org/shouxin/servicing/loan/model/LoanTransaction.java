package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a loan's account. It is written once; a correction is a further line. Amounts in
 * minor units; what is taken back is negative.
 */
@Entity
@Table(name = "loan_transaction")
public class LoanTransaction {

  /** What a line tells of; its name in lower case is the reason of the ledger's posting. */
  public enum Kind {
    DISBURSEMENT,
    /** Interest and fees of a due day; written no more since dueness is derived from dates. */
    INTEREST_DUE,
    /** Penalty interest worked out; written no more since every change posts the difference. */
    PENALTY,
    PAYMENT,
    PAYMENT_REVERSAL,
    CREDIT_APPLIED,
    WRITE_OFF
  }

  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "amount_minor")
  private long amountMinor;

  @Column(name = "cost_minor")
  private long costMinor;

  @Column(name = "interest_minor")
  private long interestMinor;

  @Column(name = "penalty_minor")
  private long penaltyMinor;

  @Column(name = "principal_minor")
  private long principalMinor;

  @Column(name = "unapplied_minor")
  private long unappliedMinor;

  @Column(name = "payment_id")
  private UUID paymentId;

  @Column(name = "posting_group_id")
  private UUID postingGroupId;

  @Column(name = "log_leaf_id")
  private UUID logLeafId;

  private String note;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected LoanTransaction() {}

  /**
   * What a line says about an event; the same figures go to the ledger.
   *
   * @param note why, in an officer's words, or null
   */
  public record Figures(
      Kind kind,
      long amountMinor,
      Breakdown parts,
      long unappliedMinor,
      UUID paymentId,
      String note) {

    /** The figures of an event that moved money or changed a claim; null for the others. */
    public static Figures ofOrNull(LoanEvent event) {
      if (event instanceof LoanEvent.Disbursed e) {
        Breakdown principal = Breakdown.NOTHING.plus(Component.PRINCIPAL, e.principalMinor());
        return new Figures(Kind.DISBURSEMENT, e.principalMinor(), principal, 0, null, null);
      }
      if (event instanceof LoanEvent.PaymentPosted e) {
        return of(Kind.PAYMENT, e.amountMinor(), e.allocation(), e.paymentId(), null);
      }
      if (event instanceof LoanEvent.PaymentReversed e) {
        return of(
            Kind.PAYMENT_REVERSAL, e.amountMinor(), e.allocation(), e.paymentId(), e.reason());
      }
      if (event instanceof LoanEvent.CreditApplied e) {
        return of(Kind.CREDIT_APPLIED, 0, e.allocation(), null, null);
      }
      if (event instanceof LoanEvent.WrittenOff e) {
        return new Figures(Kind.WRITE_OFF, e.given().totalMinor(), e.given(), 0, null, e.reason());
      }
      return null;
    }

    private static Figures of(
        Kind kind, long amount, Allocation allocation, UUID paymentId, String note) {
      return new Figures(
          kind, amount, allocation.total(), allocation.surplusMinor(), paymentId, note);
    }
  }

  /** The ids that tie a line to what proves it. */
  public record Proof(UUID postingGroupId, UUID logLeafId) {}

  public LoanTransaction(
      UUID id, UUID loanId, LocalDate businessDate, Figures figures, Proof proof, Instant at) {
    this.id = id;
    this.loanId = loanId;
    this.businessDate = businessDate;
    this.kind = figures.kind();
    this.amountMinor = figures.amountMinor();
    this.costMinor = figures.parts().costMinor();
    this.interestMinor = figures.parts().interestMinor();
    this.penaltyMinor = figures.parts().penaltyMinor();
    this.principalMinor = figures.parts().principalMinor();
    this.unappliedMinor = figures.unappliedMinor();
    this.paymentId = figures.paymentId();
    this.note = figures.note();
    this.postingGroupId = proof.postingGroupId();
    this.logLeafId = proof.logLeafId();
    this.recordedAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID loanId() {
    return loanId;
  }

  public LocalDate businessDate() {
    return businessDate;
  }

  public Figures figures() {
    return new Figures(
        kind,
        amountMinor,
        new Breakdown(costMinor, interestMinor, penaltyMinor, principalMinor),
        unappliedMinor,
        paymentId,
        note);
  }

  public UUID logLeafId() {
    return logLeafId;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
