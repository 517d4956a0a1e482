package org.shouxin.collections.collectioncase;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.collectioncase.model.Delinquency;
import org.shouxin.collections.collectioncase.model.Stage;

/** Servicing's statement of how late a loan is; the stage is one of servicing's names. */
public record DelinquencyReport(
    UUID loanId,
    UUID borrowerId,
    LocalDate businessDate,
    int daysPastDue,
    String stage,
    Money amountDue) {

  Delinquency facts() {
    return new Delinquency(
        loanId,
        borrowerId,
        businessDate,
        daysPastDue,
        Stage.valueOf(stage),
        amountDue.minor(),
        amountDue.currency().getCurrencyCode());
  }

  /** Past grace and still on the books. */
  public boolean needsCase() {
    return Stage.valueOf(stage).needsCase();
  }
}
