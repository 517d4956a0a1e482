package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Loan;

/** The loans, with the instalments of every schedule version. */
public interface Loans {

  Uni<Void> add(Loan loan);

  Uni<Optional<Loan>> find(UUID id);

  /** A few figures of the loan; the loan itself stays unread. */
  Uni<Optional<LoanSnapshot>> snapshot(UUID id);

  /** The same, with the loan kept from everybody else until the transaction ends. */
  Uni<Optional<LoanSnapshot>> lockedSnapshot(UUID id);

  /** The loan, kept from everybody else until the transaction ends. */
  Uni<Optional<Loan>> locked(UUID id);

  /**
   * Loans by id, the youngest first.
   *
   * @param before only ids before this one, or null
   */
  Uni<List<Loan>> page(LoanFilter filter, UUID before, int limit);
}
