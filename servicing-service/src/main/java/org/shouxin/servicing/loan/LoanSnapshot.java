package org.shouxin.servicing.loan;

import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanState;

/**
 * What other features need to know of a loan.
 *
 * @param agreement the bank's token for the borrower's account
 * @param takesPayments true once the borrower has had the money
 */
public record LoanSnapshot(
    UUID loanId,
    long version,
    UUID borrowerId,
    String agreement,
    String preferredChannel,
    String currency,
    boolean active,
    boolean takesPayments) {

  static LoanSnapshot of(Loan loan) {
    LoanState state = loan.state();
    return new LoanSnapshot(
        loan.id(),
        loan.version(),
        loan.party().borrowerId(),
        loan.party().agreement(),
        loan.party().preferredChannel(),
        loan.terms().currency(),
        state == LoanState.ACTIVE,
        state == LoanState.ACTIVE || state == LoanState.CLOSED || state == LoanState.WRITTEN_OFF);
  }

  public Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
