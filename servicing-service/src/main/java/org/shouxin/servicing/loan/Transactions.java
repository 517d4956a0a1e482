package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.MoneyEntry;

/** What happened to loans, in figures; rows are added and read, never changed. */
public interface Transactions {

  Uni<Void> add(LoanTransaction transaction, List<Allocation.Line> lines);

  /** The money of a loan as it counts now, in the order in which it counts. */
  Uni<List<MoneyEntry>> history(UUID loanId);

  /** A loan's transactions, the newest first. */
  Uni<List<LoanTransaction>> page(UUID loanId, UUID before, int limit);

  /** The loan that a payment was posted on, empty when there is no such payment. */
  Uni<Optional<UUID>> loanOf(UUID paymentId);

  /** Payments less payments taken back over business days, both ends included, minor units. */
  Uni<Long> clearedMinor(UUID loanId, LocalDate from, LocalDate to);
}
