package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.Party;

/** Tells the other services what happened to loans. */
public interface LoanEvents {

  /** Publishes those of the events that others know, in order, with the transaction. */
  Uni<Void> publish(About loan, List<Recorded> events);

  /** What every event says of the loan. */
  record About(UUID loanId, Party party, String currency) {
    public static About of(Loan loan) {
      return new About(loan.id(), loan.party(), loan.terms().currency());
    }
  }

  /**
   * An event that is in the books.
   *
   * @param logLeafId leaf of the verifiable log that proves its posting, or null
   */
  record Recorded(LoanEvent event, UUID logLeafId) {}
}
