package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.contactpoint.KeepContacts;

/**
 * Erases a borrower's personal data at the borrower's own wish, where nothing forbids it: the data
 * of somebody who signed is kept for ten years (CN-PII-06).
 */
@ApplicationScoped
public class EraseBorrower {

  private final Borrowers borrowers;
  private final RecordsToKeep records;
  private final KeepContacts contacts;
  private final BorrowerEvents events;

  EraseBorrower(
      Borrowers borrowers, RecordsToKeep records, KeepContacts contacts, BorrowerEvents events) {
    this.borrowers = borrowers;
    this.records = records;
    this.contacts = contacts;
    this.events = events;
  }

  /** Erases, in a transaction. */
  public Uni<Void> erase(String subject) {
    return borrowers
        .lock(subject)
        .chain(() -> borrowers.bySubject(subject))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", "me"))
        .call(borrower -> records.requireNone(borrower.id()))
        .invoke(Borrower::erased)
        .call(borrower -> contacts.erase(borrower.id()))
        .call(borrower -> borrowers.forgetAddressChanges(borrower.id()))
        .chain(borrower -> events.erased(borrower.id()));
  }
}
