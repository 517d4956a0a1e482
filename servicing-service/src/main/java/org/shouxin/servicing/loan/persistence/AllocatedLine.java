package org.shouxin.servicing.loan.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.Component;
import org.shouxin.servicing.loan.model.LoanTransaction;

/** The row of one allocation line. */
@Entity
@Table(name = "allocation_line")
class AllocatedLine {

  @Id private UUID id;

  @Column(name = "transaction_id")
  private UUID transactionId;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "instalment_id")
  private UUID instalmentId;

  @Enumerated(EnumType.STRING)
  private Component component;

  @Column(name = "amount_minor")
  private long amountMinor;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "value_date")
  private LocalDate otherValueDate;

  protected AllocatedLine() {}

  AllocatedLine(UUID id, LoanTransaction transaction, Allocation.Line line) {
    this.id = id;
    this.transactionId = transaction.id();
    this.loanId = transaction.loanId();
    this.instalmentId = line.instalmentId();
    this.component = line.component();
    this.amountMinor = line.minor();
    this.businessDate = transaction.businessDate();
    this.otherValueDate =
        transaction.valueDate().equals(businessDate) ? null : transaction.valueDate();
  }

  UUID transactionId() {
    return transactionId;
  }

  Allocation.Line line() {
    return new Allocation.Line(instalmentId, component, amountMinor);
  }
}
