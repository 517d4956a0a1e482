package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.PostPayments;
import org.shouxin.servicing.loan.PostPayments.Received;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.payment.Transfers.Transfer;

/**
 * Takes a transfer in: on the loan that its reference names, else as a receipt of unknown origin
 * that waits for a person. The bank's reference makes it count once.
 */
@ApplicationScoped
class AcceptTransfer {

  private final Transfers transfers;
  private final ViewLoans loans;
  private final PostPayments payments;
  private final PostToLedger ledger;
  private final BusinessDays days;
  private final Ids ids;

  AcceptTransfer(
      Transfers transfers,
      ViewLoans loans,
      PostPayments payments,
      PostToLedger ledger,
      BusinessDays days,
      Ids ids) {
    this.transfers = transfers;
    this.loans = loans;
    this.payments = payments;
    this.ledger = ledger;
    this.days = days;
    this.ids = ids;
  }

  Uni<Void> handle(Money amount, String reference, String bankReference) {
    Transfer transfer = new Transfer(ids.next(), bankReference, amount);
    return days.postingDay()
        .chain(day -> loan(reference, amount).chain(loan -> take(transfer, loan, day)));
  }

  private Uni<Void> take(Transfer transfer, Optional<LoanSnapshot> loan, LocalDate day) {
    UUID loanId = loan.map(LoanSnapshot::loanId).orElse(null);
    return transfers
        .add(transfer, loanId, day)
        .chain(
            added -> {
              if (!added) {
                return Uni.createFrom().voidItem();
              }
              return loanId == null
                  ? ledger.post(unknown(transfer, day)).replaceWithVoid()
                  : payments.post(
                      List.of(new Received(loanId, transfer.paymentId(), transfer.amount())), day);
            });
  }

  private Uni<Optional<LoanSnapshot>> loan(String reference, Money amount) {
    return loanId(reference)
        .map(
            id ->
                loans
                    .lockedForService(id)
                    .map(Optional::of)
                    .onFailure(NotFound.class)
                    .recoverWithItem(Optional.empty())
                    .map(found -> found.filter(loan -> canTake(loan, amount))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static boolean canTake(LoanSnapshot loan, Money amount) {
    return loan.takesPayments() && loan.currency().equals(amount.currency().getCurrencyCode());
  }

  private static Optional<UUID> loanId(String reference) {
    try {
      return Optional.ofNullable(reference).map(String::trim).map(UUID::fromString);
    } catch (IllegalArgumentException notALoanId) {
      return Optional.empty();
    }
  }

  private static PostingGroup unknown(Transfer transfer, LocalDate day) {
    return PostingGroup.of(
            null, day, "transfer.unknown", transfer.amount().currency().getCurrencyCode())
        .debit(Account.CASH_AT_BANK, transfer.amount().minor())
        .credit(Account.UNKNOWN_RECEIPTS, transfer.amount().minor())
        .build();
  }
}
