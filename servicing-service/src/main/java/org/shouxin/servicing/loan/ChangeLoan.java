package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;

/** Locks a loan, has it make one transition, and records what happened. */
@ApplicationScoped
class ChangeLoan {

  private final Loans loans;
  private final RecordLoanEvents recorder;

  ChangeLoan(Loans loans, RecordLoanEvents recorder) {
    this.loans = loans;
    this.recorder = recorder;
  }

  /** Gives what happened; unknown loans are {@link NotFound}. */
  Uni<List<LoanEvent>> apply(UUID loanId, Function<Loan, List<LoanEvent>> transition) {
    return loans
        .locked(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)))
        .chain(
            loan -> {
              List<LoanEvent> happened = transition.apply(loan);
              return recorder.record(loan, happened).replaceWith(happened);
            });
  }
}
