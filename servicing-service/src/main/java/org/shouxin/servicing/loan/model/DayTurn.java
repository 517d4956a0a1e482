package org.shouxin.servicing.loan.model;

import java.util.List;

/**
 * What the turn of a day brings for one loan.
 *
 * @param debitMinor what to ask of the borrower's bank on the new day; zero for nothing
 */
public record DayTurn(List<LoanEvent> events, long debitMinor, List<DayPlan.Reminder> reminders) {

  public DayTurn {
    events = List.copyOf(events);
    reminders = List.copyOf(reminders);
  }
}
