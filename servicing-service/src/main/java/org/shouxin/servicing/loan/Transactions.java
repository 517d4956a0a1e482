package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.MoneyUntil;

/** What happened to loans, in figures; rows are added and read, never changed. */
public interface Transactions {

  Uni<Void> add(LoanTransaction transaction, List<Allocation.Line> lines);

  /** The money of a loan that counts until the end of the day. */
  Uni<MoneyUntil> until(UUID loanId, LocalDate day);

  /** A loan's transactions, the newest first. */
  Uni<List<LoanTransaction>> page(UUID loanId, UUID before, int limit);

  /** The payment as it was posted, empty when there is none. */
  Uni<Optional<PostedPayment>> payment(UUID paymentId);

  /** Payments less payments taken back over business days, both ends included, minor units. */
  Uni<Long> clearedMinor(UUID loanId, LocalDate from, LocalDate to);

  /** A payment and what it covered. */
  record PostedPayment(UUID loanId, long amountMinor, Allocation covered) {}
}
