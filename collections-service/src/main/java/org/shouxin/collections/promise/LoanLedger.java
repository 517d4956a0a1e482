package org.shouxin.collections.promise;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Servicing's ledger, asked over the network: never inside a transaction. */
public interface LoanLedger {
  /** What would settle the loan at the end of that business date. */
  Uni<Money> payoff(UUID loanId, LocalDate asOf);

  /** Payments minus reversals from one business date to another, both included. */
  Uni<Money> cleared(UUID loanId, LocalDate from, LocalDate to);
}
