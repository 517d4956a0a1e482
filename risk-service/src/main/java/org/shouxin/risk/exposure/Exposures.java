package org.shouxin.risk.exposure;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.exposure.model.LoanExposure;

/** Loans this lender has given, as servicing tells of them. */
public interface Exposures {

  /** Null when nothing was told of the loan. */
  Uni<LoanExposure> find(UUID loanId);

  Uni<Void> add(LoanExposure exposure);

  /** Principal owed on the borrower's loans that are not closed. */
  Uni<Money> outstanding(UUID borrowerId, String currency);
}
