package org.shouxin.servicing.loan.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.loan.model.PenaltyAccrual;

/** The row of one accrual of penalty interest. */
@Entity
@Table(name = "penalty_accrual")
class AccrualRow {

  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "instalment_id")
  private UUID instalmentId;

  @Column(name = "stretch_from")
  private LocalDate stretchFrom;

  @Column(name = "stretch_before_minor")
  private long stretchBeforeMinor;

  @Column(name = "to_date")
  private LocalDate toDate;

  @Column(name = "base_minor")
  private long baseMinor;

  @Column(name = "amount_minor")
  private long amountMinor;

  protected AccrualRow() {}

  AccrualRow(UUID id, UUID loanId, PenaltyAccrual accrual) {
    this.id = id;
    this.loanId = loanId;
    this.instalmentId = accrual.instalmentId();
    this.stretchFrom = accrual.stretchFrom();
    this.stretchBeforeMinor = accrual.stretchBeforeMinor();
    this.toDate = accrual.to();
    this.baseMinor = accrual.baseMinor();
    this.amountMinor = accrual.amountMinor();
  }

  PenaltyAccrual accrual() {
    return new PenaltyAccrual(
        instalmentId, stretchFrom, stretchBeforeMinor, toDate, baseMinor, amountMinor);
  }
}
