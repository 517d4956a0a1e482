package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Charge;

/** What the fees on loans are for; what is open of them is told by the loan. */
public interface Charges {

  /** A fee as it was put on a loan. */
  record Stored(UUID chargeId, Charge charge, long amountMinor) {}

  Uni<Void> add(UUID loanId, Stored charge, String chargedBy);

  Uni<List<Stored>> ofLoan(UUID loanId);

  /** Keeps who gave up what was unpaid of a fee, and why. */
  Uni<Void> waived(UUID chargeId, long minor, String by, String reason);

  /** Up to what amount each role may give up a fee, minor units. */
  Uni<Map<String, Long>> waiverLimits();
}
