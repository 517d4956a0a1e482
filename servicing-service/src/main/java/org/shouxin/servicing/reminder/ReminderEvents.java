package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;

/** Tells the other services whether a reminder arrived. */
public interface ReminderEvents {

  Uni<Void> publish(Reminder reminder, Outcome outcome);
}
