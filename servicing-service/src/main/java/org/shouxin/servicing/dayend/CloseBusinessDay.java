package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.BusinessDay.State;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.TurnLoans;
import org.shouxin.servicing.loan.TurnLoans.Turned;
import org.shouxin.servicing.payment.DrawDebits;
import org.shouxin.servicing.reminder.PlanReminders;

/**
 * Closes a business day: every loan with something to do is turned to the next day, chunk by chunk,
 * each chunk its own transaction; then one transaction closes the day, opens the next and says so.
 *
 * <p>It may be killed anywhere and called again, or run by two instances at once: a loan that was
 * turned is no longer due to be turned, so nothing is done twice. Payments go on meanwhile and
 * carry the day that is being closed; the last transaction waits for those that are under way.
 */
@ApplicationScoped
public class CloseBusinessDay {

  private static final int CHUNK_LOANS_MAX = 20;
  private static final int EMPTY_CHUNKS_MAX = 50;

  private final BusinessDays days;
  private final TurnLoans loans;
  private final DrawDebits debits;
  private final PlanReminders reminders;
  private final DayEvents events;
  private final UnitOfWork work;

  CloseBusinessDay(
      BusinessDays days,
      TurnLoans loans,
      DrawDebits debits,
      PlanReminders reminders,
      DayEvents events,
      UnitOfWork work) {
    this.days = days;
    this.loans = loans;
    this.debits = debits;
    this.reminders = reminders;
    this.events = events;
    this.work = work;
  }

  /** Gives the closed day; a day that is closed already stays as it is. */
  public Uni<BusinessDay> close(LocalDate date) {
    return work.inTransaction(() -> start(date))
        .chain(
            toDo ->
                toDo
                    ? turnAll(date, 0).chain(() -> work.inTransaction(() -> finish(date)))
                    : Uni.createFrom().voidItem())
        .chain(() -> find(date));
  }

  public Uni<BusinessDay> current() {
    return work.reading(() -> days.current().chain(days::find)).map(Optional::orElseThrow);
  }

  public Uni<BusinessDay> find(LocalDate date) {
    return work.reading(() -> days.find(date))
        .map(found -> found.orElseThrow(() -> new NotFound("business day", date)));
  }

  private Uni<Boolean> start(LocalDate date) {
    return days.find(date)
        .chain(
            found -> {
              if (found.isEmpty()) {
                throw RuleViolation.conflict(
                    "BUSINESS_DAY_NOT_CURRENT", "only the current business day can be closed");
              }
              return found.get().state() == State.CLOSED
                  ? Uni.createFrom().item(false)
                  : debits
                      .open(date)
                      .invoke(CloseBusinessDay::refuseOpen)
                      .chain(() -> days.startClosing(date));
            });
  }

  private static void refuseOpen(long open) {
    if (open > 0) {
      throw RuleViolation.conflict(
              "DAY_HAS_OPEN_DEBITS", "debits of the day are not settled: " + open)
          .with("openDebits", open);
    }
  }

  private Uni<Void> turnAll(LocalDate date, int emptyChunks) {
    return work.inTransaction(() -> chunk(date))
        .chain(
            turned -> {
              if (turned > 0) {
                return turnAll(date, 0);
              }
              return work.reading(() -> loans.left(date))
                  .chain(
                      left -> {
                        if (left == 0) {
                          return Uni.createFrom().voidItem();
                        }
                        if (emptyChunks >= EMPTY_CHUNKS_MAX) {
                          throw new Unavailable("loans in use");
                        }
                        return turnAll(date, emptyChunks + 1);
                      });
            });
  }

  private Uni<Integer> chunk(LocalDate date) {
    LocalDate opening = date.plusDays(1);
    return loans
        .next(date, CHUNK_LOANS_MAX)
        .call(turned -> debits.order(opening, turned.debits()))
        .call(turned -> reminders.plan(opening, turned.reminders()))
        .call(turned -> count(date, turned))
        .map(Turned::loans);
  }

  private Uni<Void> count(LocalDate date, Turned turned) {
    return turned.loans() == 0
        ? Uni.createFrom().voidItem()
        : days.count(date, turned.loans(), turned.debits().size(), turned.reminders().size());
  }

  private Uni<Void> finish(LocalDate date) {
    return days.close(date)
        .chain(
            closed -> closed ? events.closed(date, date.plusDays(1)) : Uni.createFrom().voidItem());
  }
}
