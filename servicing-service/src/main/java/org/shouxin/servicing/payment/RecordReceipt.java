package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.PostPayment;
import org.shouxin.servicing.loan.PostPayments;
import org.shouxin.servicing.loan.PostPayments.Received;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.Transfers.Transfer;

/**
 * Posts money that reached the lender's account for a loan, as an officer or a feed of the bank
 * tells, in the caller's transaction. The bank's reference makes it count once, whoever tells it.
 */
@ApplicationScoped
public class RecordReceipt {

  private final Transfers transfers;
  private final ViewLoans loans;
  private final PostPayments payments;
  private final PostPayment backdated;
  private final BusinessDays days;
  private final Ids ids;

  RecordReceipt(
      Transfers transfers,
      ViewLoans loans,
      PostPayments payments,
      PostPayment backdated,
      BusinessDays days,
      Ids ids) {
    this.transfers = transfers;
    this.loans = loans;
    this.payments = payments;
    this.backdated = backdated;
    this.days = days;
    this.ids = ids;
  }

  /**
   * Gives the id of the payment.
   *
   * @param countsFromOrNull the day of which the bank booked it; today when it is null
   */
  public Uni<UUID> record(
      UUID loanId, Money amount, String bankReference, LocalDate countsFromOrNull) {
    Transfer transfer = new Transfer(ids.next(), bankReference, amount);
    return Uni.combine()
        .all()
        .unis(loans.lockedForService(loanId), days.postingDay())
        .asTuple()
        .invoke(read -> PayNow.check(read.getItem1(), amount))
        .chain(
            read ->
                transfers
                    .add(transfer, loanId, read.getItem2())
                    .invoke(added -> refuseKnown(added, bankReference))
                    .chain(() -> post(loanId, transfer, countsFromOrNull, read.getItem2())))
        .replaceWith(transfer.paymentId());
  }

  private Uni<Void> post(
      UUID loanId, Transfer transfer, LocalDate countsFromOrNull, LocalDate today) {
    return countsFromOrNull == null
        ? payments.post(
            List.of(new Received(loanId, transfer.paymentId(), transfer.amount())), today)
        : backdated.post(loanId, transfer.paymentId(), transfer.amount(), countsFromOrNull);
  }

  private static void refuseKnown(boolean added, String bankReference) {
    if (!added) {
      throw RuleViolation.conflict("RECEIPT_KNOWN", "the bank's reference was booked before")
          .with("bankReference", bankReference);
    }
  }
}
