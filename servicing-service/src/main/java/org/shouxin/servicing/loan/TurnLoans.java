package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.DayPlan;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;

/** Closes a day and opens the next for the loans that have something to do, a chunk at a time. */
@ApplicationScoped
public class TurnLoans {

  private final Loans loans;
  private final RecognisedDays recognised;
  private final RecordLoanEvents recorder;
  private final DayPlans plans;

  TurnLoans(Loans loans, RecognisedDays recognised, RecordLoanEvents recorder, DayPlans plans) {
    this.loans = loans;
    this.recognised = recognised;
    this.recorder = recorder;
    this.plans = plans;
  }

  /** What a chunk brought; its loans need no second look that day. */
  public record Turned(int loans, List<DebitWanted> debits, List<ReminderWanted> reminders) {}

  /** Money to ask of the borrower's bank on the new day. */
  public record DebitWanted(UUID loanId, String agreement, Money amount) {}

  /** A reminder to send on the new day; kind is BEFORE_DUE or OVERDUE. */
  public record ReminderWanted(
      UUID loanId,
      UUID borrowerId,
      String preferredChannel,
      String kind,
      LocalDate dueDate,
      Money amount) {}

  /** Turns the next chunk of some partitions, in the caller's transaction. */
  public Uni<Turned> next(LocalDate closing, Short[] partitions, int limit) {
    return loans
        .toTurn(closing.plusDays(1), partitions, limit)
        .chain(
            chunk ->
                Multi.createFrom()
                    .iterable(chunk)
                    .onItem()
                    .transformToUniAndConcatenate(loan -> turn(loan, closing))
                    .collect()
                    .in(
                        () -> new Turned(chunk.size(), new ArrayList<>(), new ArrayList<>()),
                        (all, one) -> {
                          all.debits().addAll(one.debits());
                          all.reminders().addAll(one.reminders());
                        }));
  }

  /** How many loans of the partitions are left to turn. */
  public Uni<Long> left(LocalDate closing, Short[] partitions) {
    return loans.leftToTurn(closing.plusDays(1), partitions);
  }

  private Uni<Turned> turn(Loan loan, LocalDate closing) {
    return recognised
        .through(loan.id())
        .chain(
            through -> {
              Breakdown before = loan.debt().receivables(loan.recognisedThrough(through));
              DayOpening opening = loan.turnDay(closing, plans.current());
              return record(loan, before, opening).replaceWith(wanted(loan, opening));
            });
  }

  /** A day that only passes posts nothing: what it adds is recognised in bulk at its end. */
  private Uni<Void> record(Loan loan, Breakdown before, DayOpening opening) {
    List<LoanEvent> events = opening.change().events();
    if (events.stream().noneMatch(LoanEvent.CreditApplied.class::isInstance)) {
      return recorder.publish(loan, events);
    }
    loan.recognised(opening.day());
    return recorder.record(loan, before, opening.day(), events);
  }

  private static Turned wanted(Loan loan, DayOpening opening) {
    List<DebitWanted> debits =
        opening.debitMinor() == 0
            ? List.of()
            : List.of(
                new DebitWanted(
                    loan.id(), loan.party().agreement(), loan.terms().money(opening.debitMinor())));
    return new Turned(
        1, debits, opening.reminders().stream().map(reminder -> wanted(loan, reminder)).toList());
  }

  private static ReminderWanted wanted(Loan loan, DayPlan.Reminder reminder) {
    return new ReminderWanted(
        loan.id(),
        loan.party().borrowerId(),
        loan.party().preferredChannel(),
        reminder.kind().name(),
        reminder.dueDate(),
        loan.terms().money(reminder.amountMinor()));
  }
}
