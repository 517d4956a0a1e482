package org.shouxin.collections.collectioncase.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.collectioncase.model.CaseOutcome;
import org.shouxin.collections.collectioncase.model.CaseState;
import org.shouxin.collections.collectioncase.model.CollectionCase;
import org.shouxin.collections.collectioncase.model.Stage;
import org.shouxin.collections.collectioncase.model.Tier;

/** A case as its workers see it. */
public record CaseView(
    UUID id,
    UUID loanId,
    UUID borrowerId,
    CaseState state,
    Stage stage,
    Tier tier,
    int daysPastDue,
    Money amountDue,
    boolean contactLost,
    LocalDate openedOn,
    LocalDate closedOn,
    CaseOutcome outcome) {

  static CaseView of(CollectionCase shown) {
    return new CaseView(
        shown.id(),
        shown.loanId(),
        shown.borrowerId(),
        shown.state(),
        shown.stage(),
        shown.tier(),
        shown.daysPastDue(),
        Money.ofMinor(shown.amountDueMinor(), shown.currency()),
        shown.isContactLost(),
        shown.openedOn(),
        shown.closedOn(),
        shown.outcome());
  }
}
