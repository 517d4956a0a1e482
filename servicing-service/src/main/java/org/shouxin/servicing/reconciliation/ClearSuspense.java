package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.PostPayment;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.reconciliation.SuspenseItems.Decided;
import org.shouxin.servicing.reconciliation.SuspenseItems.Decision;
import org.shouxin.servicing.reconciliation.SuspenseItems.SuspenseItem;

/** Takes money out of suspense: to the loan it was meant for, or back to who sent it. */
@ApplicationScoped
public class ClearSuspense {

  private final SuspenseItems items;
  private final ViewLoans loans;
  private final PostPayment payment;
  private final PostToLedger ledger;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Caller caller;

  ClearSuspense(
      SuspenseItems items,
      ViewLoans loans,
      PostPayment payment,
      PostToLedger ledger,
      BusinessDays days,
      UnitOfWork work,
      Caller caller) {
    this.items = items;
    this.loans = loans;
    this.payment = payment;
    this.ledger = ledger;
    this.days = days;
    this.work = work;
    this.caller = caller;
  }

  public Uni<Page<SuspenseItem>> page(String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID after = IdCursor.after(cursor);
    return work.reading(() -> items.page(after, limit + 1))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.itemId().toString()}));
  }

  /** Posts the money as a payment that counts from its receipt, in the caller's transaction. */
  public Uni<Void> assign(UUID itemId, UUID loanId, String note) {
    Decided decided = new Decided(Decision.ASSIGNED, loanId, null, note, caller.subject());
    return days.postingDay()
        .chain(
            day ->
                loans
                    .lockedForService(loanId)
                    .chain(
                        loan ->
                            decide(itemId, decided, day)
                                .invoke(item -> requireFit(item, loan))
                                .call(item -> ledger.post(released(item, day, "suspense.assigned")))
                                .chain(
                                    item ->
                                        payment.post(
                                            loanId,
                                            item.itemId(),
                                            item.amount(),
                                            item.receivedOn()))));
  }

  /** Says that the bank sent the money back, in the caller's transaction. */
  public Uni<Void> giveBack(UUID itemId, String bankReference, String note) {
    Decided decided = new Decided(Decision.RETURNED, null, bankReference, note, caller.subject());
    return days.postingDay()
        .chain(
            day ->
                decide(itemId, decided, day)
                    .chain(item -> ledger.post(released(item, day, "suspense.returned"))))
        .replaceWithVoid();
  }

  private Uni<SuspenseItem> decide(UUID itemId, Decided decided, LocalDate day) {
    return items
        .find(itemId)
        .map(found -> found.orElseThrow(() -> new NotFound("suspense item", itemId)))
        .call(
            item ->
                items
                    .decide(item, decided, day)
                    .invoke(
                        first -> {
                          if (!first) {
                            throw RuleViolation.conflict(
                                "SUSPENSE_DECIDED", "the money was assigned or returned before");
                          }
                        }));
  }

  private static void requireFit(SuspenseItem item, LoanSnapshot loan) {
    if (!loan.currency().equals(item.amount().currency().getCurrencyCode())) {
      throw RuleViolation.refused("CURRENCY_MISMATCH", "a loan is paid in its own currency")
          .field("/loanId");
    }
    if (!loan.takesPayments()) {
      throw RuleViolation.conflict("LOAN_NOT_PAID_OUT", "the loan has not been paid out")
          .field("/loanId");
    }
  }

  /** What leaves suspense passes through cash: the payment takes it from there, or the bank did. */
  private static PostingGroup released(SuspenseItem item, LocalDate day, String reason) {
    long minor = item.amount().minor();
    return PostingGroup.of(null, day, reason, item.amount().currency().getCurrencyCode())
        .debit(Account.UNKNOWN_RECEIPTS, minor)
        .credit(Account.CASH_AT_BANK, minor)
        .build();
  }
}
