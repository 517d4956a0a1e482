package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.model.Pauses;

/** Has days not count as past due (hardship, disaster, a dispute), in the caller's unit. */
@ApplicationScoped
public class PauseLoan {

  private static final int DAYS_MAX = 366;

  private final ChangeLoan change;
  private final DayPlans plans;

  PauseLoan(ChangeLoan change, DayPlans plans) {
    this.change = change;
    this.plans = plans;
  }

  /** Pauses from the first to the last day, both included. */
  public Uni<Void> pause(UUID loanId, LocalDate first, LocalDate last) {
    if (first == null || last == null || last.isBefore(first)) {
      throw Invalid.field("/first", "DATE_RANGE", "first and last day, first not after last");
    }
    if (ChronoUnit.DAYS.between(first, last) >= DAYS_MAX) {
      throw Invalid.field("/last", "PAUSE_DAYS", "a pause is at most 366 days");
    }
    return change
        .apply(
            loanId,
            (loan, day) -> loan.pause(new Pauses.Stretch(first, last), plans.current(), day))
        .replaceWithVoid();
  }

  /** Pauses the days of an agreed holiday, as far as they are not paused already. */
  public Uni<Void> forHoliday(UUID loanId, LocalDate first, LocalDate nextDue) {
    LocalDate longest = first.plusDays(DAYS_MAX - 1L);
    LocalDate last = nextDue.isAfter(longest) ? longest : nextDue.minusDays(1);
    return last.isBefore(first)
        ? Uni.createFrom().voidItem()
        : change
            .apply(
                loanId,
                (loan, day) ->
                    loan.pauseRest(new Pauses.Stretch(first, last), plans.current(), day))
            .replaceWithVoid();
  }
}
