package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the opening of a day brings for one active loan.
 *
 * @param change the loan afterwards, with the change of stage as of the day before, the credit that
 *     was used, and the end if that paid the last of it
 * @param debitMinor what to ask of the borrower's bank on the new day; zero for nothing
 */
public record DayOpening(
    LocalDate day, LoanFacts.Change change, long debitMinor, List<DayPlan.Reminder> reminders) {

  public DayOpening {
    reminders = List.copyOf(reminders);
  }

  /** True when the day moves more of the loan's claims than the bulk of all loans can tell. */
  public boolean movesClaims() {
    return change.events().stream()
            .anyMatch(e -> e instanceof LoanEvent.CreditApplied || e instanceof LoanEvent.Closed)
        || change.loan().debt().instalments().stream()
            .anyMatch(f -> f.dueDate().equals(day) && f.putOff().capitalisedMinor() != 0);
  }

  static DayOpening of(LoanFacts loan, LocalDate opening, DayPlan plan) {
    Position closing = loan.debt().position(opening.minusDays(1));
    List<LoanEvent> events = new ArrayList<>();
    if (closing.stage() != loan.stage()) {
      events.add(LoanEvent.DelinquencyChanged.of(closing));
    }
    Debt debt = loan.debt();
    boolean falling = debt.fallsDue(opening);
    if (falling && debt.creditMinor() > 0) {
      Debt.Covered used = debt.useCredit(opening);
      debt = used.debt();
      if (!used.allocation().lines().isEmpty()) {
        events.add(new LoanEvent.CreditApplied(opening, used.allocation()));
      }
    }
    boolean paid = debt.allPaid(opening);
    if (paid) {
      events.add(new LoanEvent.Closed(opening));
    }
    LoanState state = paid ? LoanState.CLOSED : loan.state();
    debt = paid ? debt.ended(opening) : debt;
    Position position = debt.position(opening);
    boolean debitDay = falling || Timeline.isFirstDayOf(position, debt, plan.debitRetryDays());
    return new DayOpening(
        opening,
        new LoanFacts(state, closing.stage(), debt).changed(events, opening, plan),
        debitDay ? Math.max(0, position.amountDueMinor() - debt.creditMinor()) : 0,
        Timeline.reminders(debt, position, plan));
  }
}
