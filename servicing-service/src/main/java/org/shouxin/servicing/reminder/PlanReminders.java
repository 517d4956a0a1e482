package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.servicing.loan.TurnLoans.ReminderWanted;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Channel;
import org.shouxin.servicing.reminder.model.Reminder.Kind;

/** Plans the reminders of a new day, in the caller's transaction. */
@ApplicationScoped
public class PlanReminders {

  private final Reminders reminders;
  private final Ids ids;
  private final Clock clock;

  PlanReminders(Reminders reminders, Ids ids, Clock clock) {
    this.reminders = reminders;
    this.ids = ids;
    this.clock = clock;
  }

  public Uni<Void> plan(LocalDate day, List<ReminderWanted> wanted) {
    return wanted.isEmpty()
        ? Uni.createFrom().voidItem()
        : reminders.addAll(wanted.stream().map(one -> planned(day, one)).toList());
  }

  private Reminder planned(LocalDate day, ReminderWanted wanted) {
    return Reminder.planned(
        new Reminder.About(
            wanted.loanId(),
            wanted.borrowerId(),
            Kind.valueOf(wanted.kind()),
            wanted.dueDate(),
            wanted.amount()),
        Channel.preferred(wanted.preferredChannel()),
        day,
        ids::next,
        clock.instant());
  }
}
