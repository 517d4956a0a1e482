package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a loan next needs attention, so that an idle loan costs a day's close nothing. */
final class Timeline {

  private Timeline() {}

  /**
   * The first day after {@code opened} whose opening finds something to do: a reminder, a due date,
   * a debit to try again, or a stage that began on the day before.
   */
  static Optional<LocalDate> nextAction(Debt debt, DayPlan plan, LocalDate opened) {
    List<InstalmentFacts> live = debt.live(opened);
    Stream<LocalDate> ahead =
        live.stream()
            .filter(f -> !f.dueOn(opened))
            .map(InstalmentFacts::dueDate)
            .flatMap(due -> Stream.of(due.minusDays(plan.reminderLeadDays()), due));
    Stream<LocalDate> late =
        Accrual.oldestUnpaid(live, opened, debt.rules()).stream()
            .flatMap(
                oldest -> daysOfLateness(plan, debt.rules().graceDays()).map(oldest::plusDays));
    return Stream.concat(ahead, late)
        .filter(day -> day.isAfter(opened))
        .min(Comparator.naturalOrder());
  }

  static List<DayPlan.Reminder> reminders(Debt debt, Position today, DayPlan plan) {
    List<DayPlan.Reminder> reminders = new ArrayList<>();
    for (InstalmentFacts f : debt.live(today.asOf())) {
      long unpaid = f.planned().totalMinor() - f.paid().totalMinor();
      if (unpaid > 0 && f.dueDate().minusDays(plan.reminderLeadDays()).equals(today.asOf())) {
        reminders.add(new DayPlan.Reminder(DayPlan.Reminder.Kind.BEFORE_DUE, f.dueDate(), unpaid));
      }
    }
    if (today.amountDueMinor() > 0 && plan.overdueReminderDays().contains(today.daysPastDue())) {
      reminders.add(
          new DayPlan.Reminder(
              DayPlan.Reminder.Kind.OVERDUE,
              today.asOf().minusDays(today.daysPastDue()),
              today.amountDueMinor()));
    }
    return reminders;
  }

  private static Stream<Integer> daysOfLateness(DayPlan plan, int graceDays) {
    Stream<Integer> stagesToClose =
        Stage.firstDays(graceDays).stream().map(firstDay -> firstDay + 1);
    return Stream.of(
            stagesToClose, plan.debitRetryDays().stream(), plan.overdueReminderDays().stream())
        .flatMap(days -> days);
  }
}
