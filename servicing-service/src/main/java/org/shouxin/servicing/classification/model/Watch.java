package org.shouxin.servicing.classification.model;

import java.time.LocalDate;

/**
 * The watch over a restructured loan (CN-CLASS-02): it lasts at least two repayment periods and at
 * least one year from the first due date after the restructuring, and from the day of an instalment
 * that is not paid in time anew. Until its end the loan is no better than special mention, or than
 * substandard if it was that bad before.
 *
 * @param restructuredOn the day from which the floor holds
 * @param from the day from which the watch counts
 * @param until the last day of the watch
 * @param floor the best class it can have until then
 */
public record Watch(LocalDate restructuredOn, LocalDate from, LocalDate until, AssetClass floor) {

  private static final int YEARS_MIN = 1;

  /**
   * @param firstDueDate the first due date after the restructuring
   * @param secondPeriodEnd due date that ends the second period after it
   * @param before the class it had
   */
  public static Watch of(
      LocalDate restructuredOn,
      LocalDate firstDueDate,
      LocalDate secondPeriodEnd,
      AssetClass before) {
    LocalDate year = firstDueDate.plusYears(YEARS_MIN);
    return new Watch(
        restructuredOn,
        firstDueDate,
        secondPeriodEnd.isAfter(year) ? secondPeriodEnd : year,
        before.compareTo(AssetClass.SUBSTANDARD) >= 0
            ? AssetClass.SUBSTANDARD
            : AssetClass.SPECIAL_MENTION);
  }
}
