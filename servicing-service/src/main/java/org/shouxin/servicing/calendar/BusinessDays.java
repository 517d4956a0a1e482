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

  /** Says that the day is being closed; false when it is closed already. */
  Uni<Boolean> startClosing(LocalDate date);

  /**
   * Waits for the postings of the day that are under way and keeps others from beginning until the
   * transaction ends; false when the day is closed already.
   */
  Uni<Boolean> holdClosing(LocalDate date);

  /** Closes the day that is held and opens the next. */
  Uni<Void> close(LocalDate date);
}
