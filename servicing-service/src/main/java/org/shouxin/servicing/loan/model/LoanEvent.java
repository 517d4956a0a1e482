package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happened to a loan. Amounts in minor units of the loan's currency. */
public sealed interface LoanEvent {

  /** The business day it belongs to. */
  LocalDate businessDate();

  /** The borrower received the principal. */
  record Disbursed(LocalDate businessDate, long principalMinor, String bankReference)
      implements LoanEvent {}

  /**
   * Money came in.
   *
   * @param valueDate the day from which it counts
   * @param recovery true when the loan had been written off before
   */
  record PaymentPosted(
      LocalDate businessDate,
      LocalDate valueDate,
      UUID paymentId,
      long amountMinor,
      Allocation allocation,
      boolean recovery)
      implements LoanEvent {

    static PaymentPosted of(MoneyEntry payment, LocalDate businessDate) {
      return new PaymentPosted(
          businessDate,
          payment.valueDate(),
          payment.paymentId(),
          payment.amountMinor(),
          payment.covered(),
          payment.recovery());
    }
  }

  /** Money that had come in was taken back; the allocation's figures are negative. */
  record PaymentReversed(
      LocalDate businessDate,
      LocalDate valueDate,
      UUID paymentId,
      long amountMinor,
      Allocation allocation,
      boolean recovery,
      String reason)
      implements LoanEvent {}

  /**
   * Money covers something else, or from another day, than was known.
   *
   * @param reason an officer's, or null when it follows from other money
   */
  record Reallocated(LocalDate businessDate, List<Replay.Moved> moved, String reason)
      implements LoanEvent {
    public Reallocated {
      moved = List.copyOf(moved);
    }
  }

  /** Credit from an earlier payment covered what fell due. */
  record CreditApplied(LocalDate businessDate, Allocation allocation) implements LoanEvent {}

  /** Credit was taken off the loan, to be paid back to the borrower. */
  record CreditRefunded(LocalDate businessDate, UUID refundId, long amountMinor)
      implements LoanEvent {}

  /**
   * A refund did not reach the borrower; it is credit again.
   *
   * @param valueDate the day on which it had been taken off
   */
  record RefundReturned(
      LocalDate businessDate, LocalDate valueDate, UUID refundId, long amountMinor, String reason)
      implements LoanEvent {}

  record DelinquencyChanged(
      LocalDate businessDate,
      int daysPastDue,
      Stage stage,
      long amountDueMinor,
      long principalOutstandingMinor)
      implements LoanEvent {

    static DelinquencyChanged of(Position position) {
      return new DelinquencyChanged(
          position.asOf(),
          position.daysPastDue(),
          position.stage(),
          position.amountDueMinor(),
          position.principalOutstandingMinor());
    }
  }

  /** A newer schedule took the place of what was not paid yet. */
  record ScheduleReplaced(LocalDate businessDate, UUID arrangementId, int scheduleVersion)
      implements LoanEvent {}

  /** What was unpaid of a fee was given up. */
  record FeeWaived(LocalDate businessDate, UUID chargeId, long minor, String reason)
      implements LoanEvent {}

  record Closed(LocalDate businessDate) implements LoanEvent {}

  record WrittenOff(LocalDate businessDate, Breakdown given, String reason) implements LoanEvent {}
}
