package org.shouxin.servicing.loan.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** What the topic servicing.loan carries of loans, as other services know it. */
final class LoanWireEvents {

  static final String TOPIC = "servicing.loan";
  static final String DISBURSED = "servicing.loan.disbursed.v1";
  static final String PAYMENT_RECEIVED = "servicing.payment.received.v1";
  static final String PAYMENT_REVERSED = "servicing.payment.reversed.v1";
  static final String DELINQUENCY_CHANGED = "servicing.delinquency.changed.v1";
  static final String CLOSED = "servicing.loan.closed.v1";
  static final String WRITTEN_OFF = "servicing.loan.written-off.v1";

  private LoanWireEvents() {}

  record Disbursed(
      UUID loanId,
      UUID borrowerId,
      UUID applicationId,
      Money principal,
      LocalDate valueDate,
      String bankReference) {}

  /** A payment that came in, or one that was taken back; the figures are positive in both. */
  record Payment(
      UUID loanId,
      UUID borrowerId,
      UUID paymentId,
      Money amount,
      LocalDate businessDate,
      Allocated allocation) {}

  record Allocated(Money cost, Money interest, Money penalty, Money principal, Money unapplied) {}

  record DelinquencyChanged(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      int daysPastDue,
      String stage,
      Money amountDue,
      Money principalOutstanding) {}

  record Closed(UUID loanId, UUID borrowerId, LocalDate businessDate) {}

  record WrittenOff(
      UUID loanId,
      UUID borrowerId,
      LocalDate businessDate,
      Money amount,
      String reason,
      UUID logLeafId) {}
}
