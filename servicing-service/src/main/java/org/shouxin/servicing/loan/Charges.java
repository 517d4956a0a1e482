package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Charge;

/** What the fees on loans are for; what is open of them is told by the loan. */
public interface Charges {

  /** A fee as it was put on a loan. */
  record Stored(UUID chargeId, Charge charge, long amountMinor) {}

  Uni<Void> add(UUID loanId, Stored charge, String chargedBy);

  Uni<List<Stored>> ofLoan(UUID loanId);
}
