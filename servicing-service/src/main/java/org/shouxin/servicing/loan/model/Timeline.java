package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        PastDue.oldest(live, opened).stream()
            .flatMap(oldest -> daysOfLateness(oldest, plan, debt.rules()));
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
    if (today.amountDueMinor() > 0 && isFirstDayOf(today, debt, plan.overdueReminderDays())) {
      reminders.add(
          new DayPlan.Reminder(
              DayPlan.Reminder.Kind.OVERDUE,
              oldest(debt, today).orElse(today.asOf()),
              today.amountDueMinor()));
    }
    return reminders;
  }

  /** True when a number of days past due that counts is reached today; in a pause it stays. */
  static boolean isFirstDayOf(Position today, Debt debt, Set<Integer> daysPastDue) {
    return daysPastDue.contains(today.daysPastDue())
        && oldest(debt, today)
            .filter(
                oldest ->
                    debt.rules().pauses().dayOf(oldest, today.daysPastDue()).equals(today.asOf()))
            .isPresent();
  }

  private static Optional<LocalDate> oldest(Debt debt, Position today) {
    return PastDue.oldest(debt.live(today.asOf()), today.asOf());
  }

  /** A stage is told when the day on which it began is over. */
  private static Stream<LocalDate> daysOfLateness(
      LocalDate oldest, DayPlan plan, Debt.Rules rules) {
    Stream<LocalDate> stages =
        Stage.firstDays(rules.graceDays()).stream()
            .map(days -> rules.pauses().dayOf(oldest, days).plusDays(1));
    Stream<LocalDate> planned =
        Stream.concat(plan.debitRetryDays().stream(), plan.overdueReminderDays().stream())
            .map(days -> rules.pauses().dayOf(oldest, days));
    return Stream.concat(stages, planned);
  }
}
