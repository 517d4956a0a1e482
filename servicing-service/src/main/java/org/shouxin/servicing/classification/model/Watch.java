package org.shouxin.servicing.classification.model;

import java.time.LocalDate;

/**
 * The watch over a restructured loan (CN-CLASS-02): it lasts at least two repayment periods and at
 * least one year, and meanwhile the loan is no better than special mention, or than substandard if
 * it was that bad before.
 *
 * @param until the last day of the watch
 * @param floor the best class it can have until then
 */
public record Watch(LocalDate restructuredOn, LocalDate until, AssetClass floor) {

  private static final int YEARS_MIN = 1;

  /**
   * @param secondDueDate due date of the second instalment after the restructuring
   * @param before the class it had
   */
  public static Watch of(LocalDate restructuredOn, LocalDate secondDueDate, AssetClass before) {
    LocalDate year = restructuredOn.plusYears(YEARS_MIN);
    return new Watch(
        restructuredOn,
        secondDueDate.isAfter(year) ? secondDueDate : year,
        before.compareTo(AssetClass.SUBSTANDARD) >= 0
            ? AssetClass.SUBSTANDARD
            : AssetClass.SPECIAL_MENTION);
  }
}
