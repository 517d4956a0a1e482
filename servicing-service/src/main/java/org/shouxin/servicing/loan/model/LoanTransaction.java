package org.shouxin.servicing.loan.model;

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
import java.util.stream.Stream;

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
    /** Takes back what money had covered, which is posted again because of other money. */
    TAKEN_BACK,
    POSTED_AGAIN,
    /** The rest of a fee that is not asked for any more. */
    FEE_WAIVED,
    WRITE_OFF,
    /** Credit taken off the loan, to be paid back; negative. */
    REFUND,
    REFUND_RETURNED
  }

  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "value_date")
  private LocalDate otherValueDate;

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

  private boolean recovery;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected LoanTransaction() {}

  /**
   * What a line says about an event; the same figures go to the ledger.
   *
   * @param valueDate the day from which it counts
   * @param unappliedMinor what it adds to the money not yet used
   * @param note why, in an officer's words, or null
   * @param recovery true when it covered a debt that had been given up
   */
  public record Figures(
      Kind kind,
      LocalDate valueDate,
      long amountMinor,
      Breakdown parts,
      long unappliedMinor,
      UUID paymentId,
      String note,
      boolean recovery) {}

  /** A line to be written, with the parts of instalments that it covers. */
  public record Draft(Figures figures, List<Allocation.Line> covered) {

    /** The lines of an event; none when it moved no money and changed no claim. */
    public static List<Draft> of(LoanEvent event) {
      LocalDate day = event.businessDate();
      if (event instanceof LoanEvent.Disbursed e) {
        Breakdown principal = Breakdown.NOTHING.plus(Component.PRINCIPAL, e.principalMinor());
        return plain(Kind.DISBURSEMENT, day, e.principalMinor(), principal, null);
      }
      if (event instanceof LoanEvent.PaymentPosted e) {
        return money(
            Kind.PAYMENT,
            new MoneyEntry(
                e.paymentId(), e.valueDate(), e.amountMinor(), e.allocation(), null, e.recovery()),
            null);
      }
      if (event instanceof LoanEvent.PaymentReversed e) {
        return money(
            Kind.PAYMENT_REVERSAL,
            new MoneyEntry(
                e.paymentId(), e.valueDate(), e.amountMinor(), e.allocation(), null, e.recovery()),
            e.reason());
      }
      if (event instanceof LoanEvent.CreditApplied e) {
        return money(Kind.CREDIT_APPLIED, MoneyEntry.ofCredit(day, e.allocation()), null);
      }
      if (event instanceof LoanEvent.CreditRefunded e) {
        return money(Kind.REFUND, MoneyEntry.refund(e.refundId(), day, e.amountMinor()), null);
      }
      if (event instanceof LoanEvent.RefundReturned e) {
        MoneyEntry refund = MoneyEntry.refund(e.refundId(), e.valueDate(), e.amountMinor());
        return money(Kind.REFUND_RETURNED, refund.negate(), e.reason());
      }
      if (event instanceof LoanEvent.Reallocated e) {
        return e.moved().stream().flatMap(m -> moved(m, e.reason())).toList();
      }
      if (event instanceof LoanEvent.FeeWaived e) {
        Breakdown fee = Breakdown.NOTHING.plus(Component.COST, e.minor());
        return plain(Kind.FEE_WAIVED, day, e.minor(), fee, e.reason());
      }
      if (event instanceof LoanEvent.WrittenOff e) {
        return plain(Kind.WRITE_OFF, day, e.given().totalMinor(), e.given(), e.reason());
      }
      return List.of();
    }

    private static Stream<Draft> moved(Replay.Moved moved, String note) {
      return Stream.concat(
          Stream.ofNullable(moved.before())
              .flatMap(old -> money(Kind.TAKEN_BACK, old.negate(), note).stream()),
          Stream.ofNullable(moved.after())
              .flatMap(now -> money(Kind.POSTED_AGAIN, now, note).stream()));
    }

    private static List<Draft> plain(
        Kind kind, LocalDate day, long amountMinor, Breakdown parts, String note) {
      return List.of(
          new Draft(new Figures(kind, day, amountMinor, parts, 0, null, note, false), List.of()));
    }

    private static List<Draft> money(Kind kind, MoneyEntry entry, String note) {
      Allocation covered = entry.covered();
      return List.of(
          new Draft(
              new Figures(
                  kind,
                  entry.valueDate(),
                  entry.amountMinor(),
                  covered.total(),
                  covered.surplusMinor(),
                  entry.paymentId(),
                  note,
                  entry.recovery()),
              covered.lines()));
    }
  }

  /** The ids that tie a line to what proves it. */
  public record Proof(UUID postingGroupId, UUID logLeafId) {}

  public LoanTransaction(
      UUID id, UUID loanId, LocalDate businessDate, Figures figures, Proof proof, Instant at) {
    this.id = id;
    this.loanId = loanId;
    this.businessDate = businessDate;
    this.otherValueDate = figures.valueDate().equals(businessDate) ? null : figures.valueDate();
    this.recovery = figures.recovery();
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

  /** The day from which it counts. */
  public LocalDate valueDate() {
    return otherValueDate == null ? businessDate : otherValueDate;
  }

  public Figures figures() {
    return new Figures(
        kind,
        valueDate(),
        amountMinor,
        new Breakdown(costMinor, interestMinor, penaltyMinor, principalMinor),
        unappliedMinor,
        paymentId,
        note,
        recovery);
  }

  public UUID logLeafId() {
    return logLeafId;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
