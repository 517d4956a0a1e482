package org.shouxin.servicing.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One business day and what its close did, or has done so far.
 *
 * @param loansTurned loans that had something to do when the day closed
 * @param progress how far the close is; null unless it is under way
 */
public record BusinessDay(
    LocalDate date,
    State state,
    Instant openedAt,
    Instant closedAt,
    int loansTurned,
    int debitsOrdered,
    int remindersPlanned,
    Progress progress) {

  /** OPEN takes postings; CLOSING still does while loans are turned; CLOSED never again. */
  public enum State {
    OPEN,
    CLOSING,
    CLOSED
  }

  /**
   * How far the close of a day is.
   *
   * @param partitions parts the loans are shared out in
   * @param loansLeft loans that still have something to do, as counted when the close began
   * @param loansPerSecond turned a second since the close began, rounded down
   * @param estimatedEnd when it ends at this rate; null while there is no rate
   */
  public record Progress(
      int partitions,
      int partitionsDone,
      int loansDone,
      int loansLeft,
      int loansPerSecond,
      Instant estimatedEnd) {}
}
