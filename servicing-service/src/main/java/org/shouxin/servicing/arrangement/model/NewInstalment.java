package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;

/**
 * An instalment of the schedule that an arrangement brings. Amounts in minor units.
 *
 * @param periodStart day from which the interest that is not carried accrues
 * @param interestMinor all of its interest
 * @param carriedMinor the part of it that has accrued already
 * @param penaltyMinor penalty interest that was owed before and is asked for with it
 */
public record NewInstalment(
    int number,
    LocalDate periodStart,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long carriedMinor,
    long penaltyMinor,
    long feesMinor) {

  long costMinor() {
    return interestMinor + penaltyMinor + feesMinor;
  }

  NewInstalment withInterest(long more) {
    return new NewInstalment(
        number,
        periodStart,
        dueDate,
        principalMinor,
        interestMinor + more,
        carriedMinor,
        penaltyMinor,
        feesMinor);
  }
}
