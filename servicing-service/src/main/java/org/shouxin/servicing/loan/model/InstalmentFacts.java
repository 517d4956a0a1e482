package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One instalment as plain values.
 *
 * @param planned what it asks for; its penalty is what has been booked
 * @param replacedOn day a newer schedule took its place, or null
 * @param penaltyFrom day after which the running stretch of penalty counts
 * @param penaltyStretchMinor what has been booked of the running stretch
 */
public record InstalmentFacts(
    UUID id,
    int number,
    int scheduleVersion,
    LocalDate periodStart,
    LocalDate dueDate,
    LocalDate plannedOn,
    LocalDate replacedOn,
    boolean fellDue,
    Breakdown planned,
    long interestCarriedMinor,
    Breakdown paid,
    LocalDate penaltyFrom,
    long penaltyStretchMinor) {

  boolean liveOn(LocalDate day) {
    return !plannedOn.isAfter(day) && (replacedOn == null || replacedOn.isAfter(day));
  }

  /** Interest that has been recognised: all of it once due, before that what was carried over. */
  long interestInBooksMinor() {
    return fellDue ? planned.interestMinor() : interestCarriedMinor;
  }

  boolean dueOn(LocalDate day) {
    return !dueDate.isAfter(day);
  }
}
