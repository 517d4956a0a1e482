package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.Past;

/**
 * Locks a loan, has it make one transition, and records what happened: the books get the difference
 * between what they had recognised of it so far and what it is at the end of the change's day.
 */
@ApplicationScoped
class ChangeLoan {

  private final Loans loans;
  private final Transactions transactions;
  private final RecognisedDays recognised;
  private final RecordLoanEvents recorder;
  private final BusinessDays days;
  private final Ids ids;

  ChangeLoan(
      Loans loans,
      Transactions transactions,
      RecognisedDays recognised,
      RecordLoanEvents recorder,
      BusinessDays days,
      Ids ids) {
    this.loans = loans;
    this.transactions = transactions;
    this.recognised = recognised;
    this.recorder = recorder;
    this.days = days;
    this.ids = ids;
  }

  /**
   * Gives what happened; unknown loans are {@link NotFound}.
   *
   * @param transition is given the loan and the day that the change counts for
   */
  Uni<List<LoanEvent>> apply(UUID loanId, BiFunction<Loan, LocalDate, List<LoanEvent>> transition) {
    return days.postingDay()
        .chain(
            postingDay ->
                locked(loanId).chain(loan -> apply(loan, loan.dayFor(postingDay), transition)));
  }

  /** A transition that needs to know the money of the loan as it counts now. */
  @FunctionalInterface
  interface WithHistory {
    List<LoanEvent> of(Loan loan, LocalDate day, Past past);
  }

  /** The same for a transition that reaches back. */
  Uni<List<LoanEvent>> withHistory(UUID loanId, WithHistory transition) {
    return days.postingDay()
        .chain(
            postingDay ->
                locked(loanId)
                    .chain(
                        loan ->
                            transactions
                                .history(loanId)
                                .chain(
                                    history ->
                                        apply(
                                            loan,
                                            loan.dayFor(postingDay),
                                            (l, day) ->
                                                transition.of(
                                                    l, day, new Past(history, ids::next))))));
  }

  private Uni<Loan> locked(UUID loanId) {
    return loans.locked(loanId).map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)));
  }

  /** The same for a loan that is locked already. */
  Uni<List<LoanEvent>> apply(
      Loan loan, LocalDate day, BiFunction<Loan, LocalDate, List<LoanEvent>> transition) {
    return recognised.through(loan.id()).chain(through -> apply(loan, through, day, transition));
  }

  /**
   * The same where the partition's day is known and kept, too.
   *
   * @param through day through which the loan's partition was recognised in bulk
   */
  Uni<List<LoanEvent>> apply(
      Loan loan,
      LocalDate through,
      LocalDate day,
      BiFunction<Loan, LocalDate, List<LoanEvent>> transition) {
    Breakdown before = loan.debt().owed(loan.recognisedThrough(through));
    List<LoanEvent> happened = transition.apply(loan, day);
    loan.recognised(day);
    return recorder.record(loan, before, day, happened).replaceWith(happened);
  }
}
