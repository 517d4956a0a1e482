package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.PostPayment;
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
  private final PostPayment payment;
  private final BusinessDays days;
  private final Ids ids;

  RecordReceipt(
      Transfers transfers, ViewLoans loans, PostPayment payment, BusinessDays days, Ids ids) {
    this.transfers = transfers;
    this.loans = loans;
    this.payment = payment;
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
    return loans
        .lockedForService(loanId)
        .invoke(loan -> PayNow.check(loan, amount))
        .chain(days::postingDay)
        .chain(day -> transfers.add(transfer, loanId, day))
        .invoke(added -> refuseKnown(added, bankReference))
        .chain(() -> post(loanId, transfer, countsFromOrNull))
        .replaceWith(transfer.paymentId());
  }

  private Uni<Void> post(UUID loanId, Transfer transfer, LocalDate countsFromOrNull) {
    return countsFromOrNull == null
        ? payment.post(loanId, transfer.paymentId(), transfer.amount())
        : payment.post(loanId, transfer.paymentId(), transfer.amount(), countsFromOrNull);
  }

  private static void refuseKnown(boolean added, String bankReference) {
    if (!added) {
      throw RuleViolation.conflict("RECEIPT_KNOWN", "the bank's reference was booked before")
          .with("bankReference", bankReference);
    }
  }
}
