package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Money that came in and that nobody knows the loan of (account 2102). */
public interface SuspenseItems {

  /**
   * @param receivedOn the day from which the money counts, whoever it turns out to be for
   * @param purpose what the sender wrote, where the statement has it
   */
  record SuspenseItem(
      UUID itemId, String bankReference, Money amount, LocalDate receivedOn, String purpose) {}

  /** What becomes of an item. */
  enum Decision {
    ASSIGNED,
    RETURNED
  }

  /**
   * @param loanId of an assignment
   * @param bankReference of a return: the bank's number of the transfer back
   */
  record Decided(Decision decision, UUID loanId, String bankReference, String note, String by) {}

  /** Items that nobody has decided, by id. */
  Uni<List<SuspenseItem>> page(UUID after, int limit);

  /** An item, decided or not. */
  Uni<Optional<SuspenseItem>> find(UUID itemId);

  /** Decides an item once; false when it was decided before. */
  Uni<Boolean> decide(SuspenseItem item, Decided decided, LocalDate day);
}
