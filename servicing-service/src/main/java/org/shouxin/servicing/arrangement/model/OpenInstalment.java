package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;

/**
 * What is unpaid of an instalment on a day. Amounts in minor units.
 *
 * @param interestMinor all of its interest that is unpaid, accrued or not
 * @param recognisedMinor the part of it that has accrued up to the day
 * @param carriedMinor the part of it that had accrued before its own period began
 */
public record OpenInstalment(
    int number,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long recognisedMinor,
    long carriedMinor,
    long penaltyMinor,
    long feesMinor) {

  long costMinor() {
    return interestMinor + penaltyMinor + feesMinor;
  }

  /** Interest of its whole own period. */
  long ownInterestMinor() {
    return interestMinor - carriedMinor;
  }
}
