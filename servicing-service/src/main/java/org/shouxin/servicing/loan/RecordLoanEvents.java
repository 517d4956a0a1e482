package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.servicing.ledger.LedgerReceipt;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.LoanEvents.Recorded;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.LoanTransaction.Figures;
import org.shouxin.servicing.loan.model.LoanTransaction.Proof;

/**
 * Turns what happened to a loan into ledger postings, lines of the loan's account and events, all
 * in the transaction of the change itself.
 */
@ApplicationScoped
class RecordLoanEvents {

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

  Uni<Void> record(Loan loan, List<LoanEvent> happened) {
    return Multi.createFrom()
        .iterable(happened)
        .onItem()
        .transformToUniAndConcatenate(event -> inBooks(loan, event))
        .collect()
        .asList()
        .chain(recorded -> events.publish(loan, recorded));
  }

  private Uni<Recorded> inBooks(Loan loan, LoanEvent event) {
    Figures figures = Figures.ofOrNull(event);
    if (figures == null) {
      return Uni.createFrom().item(new Recorded(event, null));
    }
    PostingGroup group = LoanPostings.of(loan, event, figures);
    if (group.entries().isEmpty()) {
      return Uni.createFrom().item(new Recorded(event, null));
    }
    return ledger
        .post(group)
        .call(receipt -> line(loan, event, figures, receipt))
        .map(receipt -> new Recorded(event, receipt.logLeafId()));
  }

  private Uni<Void> line(Loan loan, LoanEvent event, Figures figures, LedgerReceipt receipt) {
    LoanTransaction line =
        new LoanTransaction(
            ids.next(),
            loan.id(),
            event.businessDate(),
            figures,
            new Proof(receipt.groupId(), receipt.logLeafId()),
            clock.instant());
    Uni<Void> added = transactions.add(line, covered(event));
    return event instanceof LoanEvent.PenaltyGrew grew
        ? added.chain(() -> transactions.add(loan.id(), grew.accruals()))
        : added;
  }

  private static List<Allocation.Line> covered(LoanEvent event) {
    if (event instanceof LoanEvent.PaymentPosted posted) {
      return posted.allocation().lines();
    }
    if (event instanceof LoanEvent.PaymentReversed reversed) {
      return reversed.allocation().lines();
    }
    return event instanceof LoanEvent.CreditApplied applied
        ? applied.allocation().lines()
        : List.of();
  }
}
