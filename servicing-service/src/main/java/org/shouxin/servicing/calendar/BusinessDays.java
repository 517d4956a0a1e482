package org.shouxin.servicing.calendar;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/** The lender's days. Every date in servicing comes from here, never from a clock. */
public interface BusinessDays {

  /** The day that is not closed yet. */
  Uni<LocalDate> current();

  /**
   * The day that is not closed yet, kept from closing until the current transaction ends. What is
   * posted in a transaction carries the day that this gave.
   */
  Uni<LocalDate> postingDay();

  Uni<Optional<BusinessDay>> find(LocalDate date);

  /** Says that the day is being closed; false when it is not the current day. */
  Uni<Boolean> startClosing(LocalDate date);

  /** Adds to the counts of the day that is being closed. */
  Uni<Void> count(LocalDate date, int loans, int debits, int reminders);

  /** Closes the day and opens the next; waits for postings that are under way; false if it was. */
  Uni<Boolean> close(LocalDate date);
}
