package org.shouxin.servicing.loan;

import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * What other features need to know of a loan. It is read without the loan itself, so that a feature
 * which goes on to change the loan does not do so on what it read before the loan was locked.
 *
 * @param agreement the bank's token for the borrower's account
 * @param takesPayments true once the borrower has had the money
 */
public record LoanSnapshot(
    UUID loanId,
    long version,
    UUID borrowerId,
    String borrowerSubject,
    String agreement,
    String preferredChannel,
    String currency,
    boolean active,
    boolean takesPayments) {

  public Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
