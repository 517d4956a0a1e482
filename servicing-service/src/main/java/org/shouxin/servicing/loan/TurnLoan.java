package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.loan.LoanEvents.About;
import org.shouxin.servicing.loan.TurnLoans.Turned;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.Loan;

/** Opens a day for one loan whose money the day moves: earlier credit covers what falls due. */
@ApplicationScoped
class TurnLoan {

  private final Loans loans;
  private final RecognisedDays recognised;
  private final RecordLoanEvents recorder;
  private final DayPlans plans;

  TurnLoan(Loans loans, RecognisedDays recognised, RecordLoanEvents recorder, DayPlans plans) {
    this.loans = loans;
    this.recognised = recognised;
    this.recorder = recorder;
    this.plans = plans;
  }

  /** Turns it, unless somebody changed it meanwhile so that the day brings it nothing. */
  Uni<Turned> turn(UUID loanId, LocalDate opening) {
    return loans
        .locked(loanId)
        .chain(
            found ->
                found
                    .filter(loan -> isDue(loan, opening))
                    .map(loan -> turn(loan, opening))
                    .orElseGet(() -> Uni.createFrom().item(Turned.nothing())));
  }

  private static boolean isDue(Loan loan, LocalDate opening) {
    return loan.nextActionDate().filter(day -> !day.isAfter(opening)).isPresent();
  }

  private Uni<Turned> turn(Loan loan, LocalDate opening) {
    return recognised
        .through(loan.id())
        .chain(
            through -> {
              Breakdown before = loan.debt().owed(loan.recognisedThrough(through));
              DayOpening day = loan.turnDay(opening.minusDays(1), plans.current());
              loan.recognised(opening);
              return recorder
                  .record(loan, before, opening, day.change().events())
                  .replaceWith(TurnLoans.wanted(About.of(loan), day));
            });
  }
}
