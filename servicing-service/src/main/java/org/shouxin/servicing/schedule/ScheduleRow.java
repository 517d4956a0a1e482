package org.shouxin.servicing.schedule;

import java.time.LocalDate;

/**
 * One instalment of a schedule; amounts in minor units of the schedule's currency.
 *
 * @param number 1 for the first
 * @param balanceMinor principal that is left after this instalment is paid
 * @param capitalisedMinor interest that becomes principal on the due date, already in the balance
 */
public record ScheduleRow(
    int number,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long feesMinor,
    long balanceMinor,
    long capitalisedMinor) {

  /** An instalment on which no interest is capitalised. */
  public ScheduleRow(
      int number,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long feesMinor,
      long balanceMinor) {
    this(number, dueDate, principalMinor, interestMinor, feesMinor, balanceMinor, 0);
  }

  public long totalMinor() {
    return principalMinor + interestMinor + feesMinor;
  }
}
