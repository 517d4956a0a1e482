package org.shouxin.collections.collectioncase;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.collectioncase.model.CaseOutcome;
import org.shouxin.collections.collectioncase.model.CollectionCase;
import org.shouxin.collections.collectioncase.model.Stage;

/** What other features may know of a case. */
public record CaseFile(
    UUID id,
    UUID loanId,
    UUID borrowerId,
    boolean open,
    boolean cured,
    boolean inGrace,
    String tier,
    LocalDate tierSince,
    int daysPastDue,
    Money amountDue) {

  static CaseFile of(CollectionCase found) {
    return new CaseFile(
        found.id(),
        found.loanId(),
        found.borrowerId(),
        found.isOpen(),
        found.outcome() == CaseOutcome.CURED,
        found.stage() == Stage.GRACE,
        found.tier().name(),
        found.tierSince(),
        found.daysPastDue(),
        Money.ofMinor(found.amountDueMinor(), found.currency()));
  }
}
