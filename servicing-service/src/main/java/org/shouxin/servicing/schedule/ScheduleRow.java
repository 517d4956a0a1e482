package org.shouxin.servicing.schedule;

import java.time.LocalDate;

/**
 * One instalment of a schedule; amounts in minor units of the schedule's currency.
 *
 * @param number 1 for the first
 * @param balanceMinor principal that is left after this instalment is paid
 * @param capitalisedMinor interest that becomes principal on the due date, already in the balance
 * @param accruedMinor interest that its own period bears; another instalment may ask for it
 */
public record ScheduleRow(
    int number,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long feesMinor,
    long balanceMinor,
    long capitalisedMinor,
    long accruedMinor) {

  /** An instalment that asks for the interest of its own period. */
  public ScheduleRow(
      int number,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long feesMinor,
      long balanceMinor,
      long capitalisedMinor) {
    this(
        number,
        dueDate,
        principalMinor,
        interestMinor,
        feesMinor,
        balanceMinor,
        capitalisedMinor,
        interestMinor);
  }

  /** An instalment on which no interest is capitalised. */
  public ScheduleRow(
      int number,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long feesMinor,
      long balanceMinor) {
    this(number, dueDate, principalMinor, interestMinor, feesMinor, balanceMinor, 0, interestMinor);
  }

  public long totalMinor() {
    return principalMinor + interestMinor + feesMinor;
  }
}
