package org.shouxin.risk.watch.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Risk's copies of what servicing tells of a loan: the fields it uses. */
final class LoanEvents {

  static final String DISBURSED = "servicing.loan.disbursed.v1";
  static final String PAYMENT_RECEIVED = "servicing.payment.received.v1";
  static final String PAYMENT_REVERSED = "servicing.payment.reversed.v1";
  static final String DELINQUENCY_CHANGED = "servicing.delinquency.changed.v1";
  static final String CLOSED = "servicing.loan.closed.v1";
  static final String WRITTEN_OFF = "servicing.loan.written-off.v1";

  private LoanEvents() {}

  record LoanDisbursed(UUID loanId, UUID borrowerId, Money principal) {}

  record PaymentMoved(UUID loanId, Allocation allocation) {}

  record Allocation(Money principal) {}

  record DelinquencyChanged(
      UUID loanId, UUID borrowerId, int daysPastDue, String stage, Money principalOutstanding) {}

  record LoanClosed(UUID loanId, UUID borrowerId) {}

  record LoanWrittenOff(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      Money amount,
      String reason,
      UUID logLeafId) {}
}
