package org.shouxin.servicing.schedule;

import java.time.LocalDate;

/**
 * One instalment of a schedule; amounts in minor units of the schedule's currency.
 *
 * @param number 1 for the first
 * @param balanceMinor principal that is left after this instalment is paid
 */
public record ScheduleRow(
    int number,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long feesMinor,
    long balanceMinor) {

  public long totalMinor() {
    return principalMinor + interestMinor + feesMinor;
  }
}
