package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.servicing.ledger.LedgerReceipt;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.LoanEvents.About;
import org.shouxin.servicing.loan.LoanEvents.Recorded;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.LoanTransaction.Draft;
import org.shouxin.servicing.loan.model.LoanTransaction.Proof;

/**
 * Turns what happened to a loan into ledger postings, lines of the loan's account and events, all
 * in the transaction of the change itself.
 */
@ApplicationScoped
class RecordLoanEvents {

  private static final LedgerReceipt NOTHING_POSTED = new LedgerReceipt(null, null);

  private final PostToLedger ledger;
  private final Transactions transactions;
  private final LoanEvents events;
  private final Ids ids;
  private final Clock clock;

  RecordLoanEvents(
      PostToLedger ledger, Transactions transactions, LoanEvents events, Ids ids, Clock clock) {
    this.ledger = ledger;
    this.transactions = transactions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a change.
   *
   * @param before claims as the books had recognised them before it
   * @param day the day that the change counts for
   */
  Uni<Void> record(Loan loan, Breakdown before, LocalDate day, List<LoanEvent> happened) {
    PostingGroup group = LoanPostings.of(loan, before, day, happened);
    return group.entries().isEmpty()
        ? inBooks(loan, happened, NOTHING_POSTED)
        : ledger.post(group).chain(receipt -> inBooks(loan, happened, receipt));
  }

  /** Tells of what moved no money and changed no claim. */
  Uni<Void> publish(Loan loan, List<LoanEvent> happened) {
    return events.publish(
        About.of(loan), happened.stream().map(event -> new Recorded(event, null)).toList());
  }

  private Uni<Void> inBooks(Loan loan, List<LoanEvent> happened, LedgerReceipt receipt) {
    return Multi.createFrom()
        .iterable(happened)
        .onItem()
        .transformToUniAndConcatenate(event -> lines(loan, event, receipt))
        .collect()
        .asList()
        .chain(recorded -> events.publish(About.of(loan), recorded));
  }

  private Uni<Recorded> lines(Loan loan, LoanEvent event, LedgerReceipt receipt) {
    List<Draft> drafts = Draft.of(event);
    return Multi.createFrom()
        .iterable(drafts)
        .onItem()
        .transformToUniAndConcatenate(draft -> add(loan, event, draft, receipt))
        .collect()
        .last()
        .replaceWith(new Recorded(event, drafts.isEmpty() ? null : receipt.logLeafId()));
  }

  private Uni<Void> add(Loan loan, LoanEvent event, Draft draft, LedgerReceipt receipt) {
    return transactions.add(
        new LoanTransaction(
            ids.next(),
            loan.id(),
            event.businessDate(),
            draft.figures(),
            new Proof(receipt.groupId(), receipt.logLeafId()),
            clock.instant()),
        draft.covered());
  }
}
