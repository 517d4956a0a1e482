package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Days past due, by one definition: those after the due date of what is due and not fully paid, up
 * to and with the day, without the days of a pause; those of a loan are those of its oldest such
 * instalment. The database says the same of a loan's row by {@code days_past_due(oldest_due_date,
 * past_due_pauses, day)} and {@code day_past_due}.
 */
final class PastDue {

  private PastDue() {}

  /** The oldest due date, up to and with the day, of which something is unpaid. */
  static Optional<LocalDate> oldest(List<InstalmentFacts> live, LocalDate day) {
    return live.stream()
        .filter(f -> isDueAndUnpaid(f, day))
        .map(InstalmentFacts::dueDate)
        .min(Comparator.naturalOrder());
  }

  /** Of a loan whose schedule of the day is given. */
  static int days(List<InstalmentFacts> live, LocalDate day, Pauses pauses) {
    return oldest(live, day).map(oldest -> pauses.daysPastDue(oldest, day)).orElse(0);
  }

  /** Of one instalment. */
  static int days(InstalmentFacts instalment, LocalDate day, Pauses pauses) {
    return isDueAndUnpaid(instalment, day) ? pauses.daysPastDue(instalment.dueDate(), day) : 0;
  }

  private static boolean isDueAndUnpaid(InstalmentFacts instalment, LocalDate day) {
    return instalment.dueOn(day) && !instalment.isPaid();
  }
}
