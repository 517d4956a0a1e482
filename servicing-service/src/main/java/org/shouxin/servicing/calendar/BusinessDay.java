package org.shouxin.servicing.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One business day and what its close did.
 *
 * @param loansTurned loans that had something to do when the day closed
 */
public record BusinessDay(
    LocalDate date,
    State state,
    Instant openedAt,
    Instant closedAt,
    int loansTurned,
    int debitsOrdered,
    int remindersPlanned) {

  /** OPEN takes postings; CLOSING still does while loans are turned; CLOSED never again. */
  public enum State {
    OPEN,
    CLOSING,
    CLOSED
  }
}
