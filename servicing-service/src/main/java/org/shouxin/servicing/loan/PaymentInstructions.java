package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.shouxin.servicing.loan.model.Instruction;

/** What borrowers want their payments to do, told before the money comes. */
public interface PaymentInstructions {

  Uni<Void> add(UUID paymentId, UUID loanId, Instruction instruction);

  /** Those of the payments that have any, by payment. */
  Uni<Map<UUID, Instruction>> of(Collection<UUID> paymentIds);

  /** All instructions of a loan's payments, by payment. */
  Uni<Map<UUID, Instruction>> ofLoan(UUID loanId);
}
