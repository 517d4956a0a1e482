package org.shouxin.collections.businessday;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * The current business date, as servicing's closed days tell it.
 *
 * <p>Days are closed, not guessed. Between the close of a day and its event's arrival, and before
 * the first event, servicing is asked.
 */
@ApplicationScoped
public class CurrentDay {
  /** The institution's zone: business dates are its calendar days. */
  public static final ZoneId INSTITUTION = ZoneId.of("Asia/Shanghai");

  private final BusinessDays days;
  private final ServicingCalendar servicing;
  private final UnitOfWork work;

  public CurrentDay(BusinessDays days, ServicingCalendar servicing, UnitOfWork work) {
    this.days = days;
    this.servicing = servicing;
    this.work = work;
  }

  /** The date known here, in the caller's unit of work; empty before the first. */
  public Uni<Optional<LocalDate>> known() {
    return days.current();
  }

  /** A day was closed and this one is open now; in the caller's transaction. */
  public Uni<Void> open(LocalDate next) {
    return days.advanceTo(next);
  }

  /** The current date; asks servicing if none is known. Opens its own transactions. */
  public Uni<LocalDate> now() {
    return work.reading(days::current).chain(known -> known.map(this::same).orElseGet(this::ask));
  }

  /**
   * The current date; asks servicing if the date known here lies before the one somebody plans for.
   * Opens its own transactions.
   */
  public Uni<LocalDate> forPlan(LocalDate planned) {
    return work.reading(days::current)
        .chain(
            known ->
                known.filter(day -> !day.isBefore(planned)).map(this::same).orElseGet(this::ask));
  }

  private Uni<LocalDate> same(LocalDate day) {
    return Uni.createFrom().item(day);
  }

  private Uni<LocalDate> ask() {
    return servicing.currentDate().call(day -> work.inTransaction(() -> days.advanceTo(day)));
  }
}
