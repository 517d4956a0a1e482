package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Money that borrowers sent to the lender's account by themselves. */
public interface Transfers {

  /**
   * Adds a transfer; false when the bank's reference is known.
   *
   * @param loanId the loan it is for, or null when nobody knows
   */
  Uni<Boolean> add(Transfer transfer, UUID loanId, LocalDate businessDate);

  /** A transfer as the bank told it. */
  record Transfer(UUID paymentId, String bankReference, Money amount) {}
}
