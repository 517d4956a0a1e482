package org.shouxin.risk.calendar;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** The business date: days are closed by servicing, not guessed from a clock. */
public interface BusinessDates {

  /** The open day; before the first day was closed, the calendar day in China. */
  Uni<LocalDate> today();

  /** A day was closed and another opened; never moves back. */
  Uni<Void> opened(LocalDate next);
}
