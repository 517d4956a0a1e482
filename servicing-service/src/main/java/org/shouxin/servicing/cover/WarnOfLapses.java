package org.shouxin.servicing.cover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.calendar.AtDayOpening;
import org.shouxin.servicing.cover.Covers.Lapse;
import org.shouxin.servicing.cover.model.LinkedCover.Cause;
import org.shouxin.servicing.loan.TurnLoans.ReminderWanted;
import org.shouxin.servicing.reminder.PlanReminders;

/**
 * When a day has opened: tells of covers that have lapsed, and warns the borrower and the other
 * services of those that will. Runs in the caller's transaction; a day told twice warns once.
 */
@ApplicationScoped
public class WarnOfLapses implements AtDayOpening {

  private static final String BY_DATE = "COVER_LAPSING";
  private static final String BY_LATENESS = "COVER_LAPSING_LATE";

  private final Covers covers;
  private final CoverEvents events;
  private final PlanReminders reminders;

  WarnOfLapses(Covers covers, CoverEvents events, PlanReminders reminders) {
    this.covers = covers;
    this.events = events;
    this.reminders = reminders;
  }

  @Override
  public Uni<Void> dayOpened(LocalDate day) {
    return covers
        .lapse(day)
        .chain(lapsed -> events.lapsed(lapsed, day))
        .chain(() -> covers.warn(day))
        .chain(
            lapsing ->
                events.lapsing(lapsing, day).chain(() -> reminders.plan(day, wanted(lapsing))));
  }

  /** One reminder a loan and cause, for the cover that lapses first. */
  private static List<ReminderWanted> wanted(List<Lapse> lapsing) {
    return lapsing.stream()
        .filter(
            one ->
                lapsing.stream()
                    .filter(other -> other.loanId().equals(one.loanId()))
                    .filter(other -> other.cause() == one.cause())
                    .findFirst()
                    .orElseThrow()
                    .equals(one))
        .map(WarnOfLapses::wanted)
        .toList();
  }

  private static ReminderWanted wanted(Lapse lapse) {
    return new ReminderWanted(
        lapse.loanId(),
        lapse.borrowerId(),
        lapse.preferredChannel(),
        lapse.cause() == Cause.DATE ? BY_DATE : BY_LATENESS,
        lapse.lapsesOn(),
        Money.zero(lapse.currency()));
  }
}
