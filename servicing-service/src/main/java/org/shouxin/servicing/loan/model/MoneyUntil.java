package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The money of a loan up to a day: with the schedule it gives the loan as it stood at the end of
 * that day.
 *
 * @param lines what was covered, in the order in which it counts
 * @param creditMinor money received and not used by then
 */
public record MoneyUntil(List<Line> lines, long creditMinor) {

  /** A covered part, and the day from which it counts. */
  public record Line(LocalDate day, Allocation.Line covered) {}

  public MoneyUntil {
    lines = List.copyOf(lines);
  }
}
