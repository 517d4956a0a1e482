package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.DueLoans.DueLoan;
import org.shouxin.servicing.loan.DueLoans.Opened;
import org.shouxin.servicing.loan.LoanEvents.About;
import org.shouxin.servicing.loan.LoanEvents.Recorded;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.DayPlan;

/**
 * Closes a day and opens the next for the loans that have something to do, a chunk at a time. A day
 * that only passes is written in bulk; a loan whose money the day moves makes its transition alone.
 */
@ApplicationScoped
public class TurnLoans {

  private final DueLoans due;
  private final TurnLoan alone;
  private final LoanEvents events;
  private final DayPlans plans;

  TurnLoans(DueLoans due, TurnLoan alone, LoanEvents events, DayPlans plans) {
    this.due = due;
    this.alone = alone;
    this.events = events;
    this.plans = plans;
  }

  /** What a chunk brought; its loans need no second look that day. */
  public record Turned(int loans, List<DebitWanted> debits, List<ReminderWanted> reminders) {

    static Turned nothing() {
      return new Turned(0, new ArrayList<>(), new ArrayList<>());
    }

    Turned and(Turned more) {
      debits.addAll(more.debits());
      reminders.addAll(more.reminders());
      return new Turned(loans + more.loans(), debits, reminders);
    }
  }

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
    LocalDate opening = closing.plusDays(1);
    return due.next(opening, partitions, limit).chain(chunk -> turn(opening, chunk));
  }

  /** How many loans of the partitions are left to turn. */
  public Uni<Long> left(LocalDate closing, Short[] partitions) {
    return due.left(closing.plusDays(1), partitions);
  }

  private Uni<Turned> turn(LocalDate opening, List<DueLoan> chunk) {
    List<Opened> passing = new ArrayList<>();
    List<UUID> moved = new ArrayList<>();
    for (DueLoan loan : chunk) {
      DayOpening day = loan.facts().open(opening, plans.current());
      if (day.movesClaims()) {
        moved.add(loan.id());
      } else {
        passing.add(new Opened(loan, day));
      }
    }
    return due.write(passing)
        .chain(written -> passed(passing, written))
        .chain(turned -> alone(opening, moved, turned));
  }

  private Uni<Turned> passed(List<Opened> passing, Set<UUID> written) {
    Turned all = Turned.nothing();
    List<Opened> telling = new ArrayList<>();
    for (Opened one : passing) {
      if (written.contains(one.loan().id())) {
        all = all.and(wanted(about(one.loan()), one.opening()));
        if (!one.opening().change().events().isEmpty()) {
          telling.add(one);
        }
      }
    }
    Turned turned = all;
    return Multi.createFrom()
        .iterable(telling)
        .onItem()
        .transformToUniAndConcatenate(this::tell)
        .collect()
        .last()
        .replaceWith(turned);
  }

  private Uni<Void> tell(Opened one) {
    return events.publish(
        about(one.loan()),
        one.opening().change().events().stream().map(e -> new Recorded(e, null)).toList());
  }

  private Uni<Turned> alone(LocalDate opening, List<UUID> moved, Turned soFar) {
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndConcatenate(id -> alone.turn(id, opening))
        .collect()
        .in(() -> new ArrayList<>(List.of(soFar)), ArrayList::add)
        .map(all -> all.stream().reduce(Turned::and).orElseThrow());
  }

  private static About about(DueLoan loan) {
    return new About(loan.id(), loan.party(), loan.currency());
  }

  static Turned wanted(About loan, DayOpening opening) {
    List<DebitWanted> debits = new ArrayList<>();
    if (opening.debitMinor() > 0) {
      Money amount = Money.ofMinor(opening.debitMinor(), loan.currency());
      debits.add(new DebitWanted(loan.loanId(), loan.party().agreement(), amount));
    }
    List<ReminderWanted> reminders = new ArrayList<>();
    opening.reminders().forEach(reminder -> reminders.add(wanted(loan, reminder)));
    return new Turned(1, debits, reminders);
  }

  private static ReminderWanted wanted(About loan, DayPlan.Reminder reminder) {
    return new ReminderWanted(
        loan.loanId(),
        loan.party().borrowerId(),
        loan.party().preferredChannel(),
        reminder.kind().name(),
        reminder.dueDate(),
        Money.ofMinor(reminder.amountMinor(), loan.currency()));
  }
}
