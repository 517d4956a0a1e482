package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is done on which day around a due date; data, not code.
 *
 * @param debitRetryDays days past due on which the debit is tried again
 * @param overdueReminderDays days past due on which the borrower is reminded
 * @param reminderLeadDays days before a due date on which the borrower is reminded
 */
public record DayPlan(
    Set<Integer> debitRetryDays, Set<Integer> overdueReminderDays, int reminderLeadDays) {

  public DayPlan {
    debitRetryDays = Set.copyOf(debitRetryDays);
    overdueReminderDays = Set.copyOf(overdueReminderDays);
  }

  /** A reminder that is owed to the borrower today. */
  public record Reminder(Kind kind, LocalDate dueDate, long amountMinor) {
    public enum Kind {
      BEFORE_DUE,
      OVERDUE
    }
  }
}
