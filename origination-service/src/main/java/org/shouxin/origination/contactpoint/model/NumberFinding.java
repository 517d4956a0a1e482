package org.shouxin.origination.contactpoint.model;

import java.time.LocalDate;
import org.shouxin.origination.person.CheckOutcome;

/**
 * What the carrier says about a number today.
 *
 * @param carrierStatus ACTIVE, SUSPENDED, EMPTY, RECYCLED or UNKNOWN; null when nobody answered
 * @param recycledSince since when it is somebody else's; null when it never was
 * @param holder whether the carrier still knows this person as the holder
 */
public record NumberFinding(
    String carrierStatus, Integer monthsInNetwork, LocalDate recycledSince, CheckOutcome holder) {

  /** Nobody could be asked. */
  public static NumberFinding none() {
    return new NumberFinding(null, null, null, CheckOutcome.NOT_EVALUATED);
  }

  /** Whether the carrier said anything that can be used. */
  public boolean evaluated() {
    return carrierStatus != null && !carrierStatus.equals("UNKNOWN");
  }

  /**
   * The status that follows. Doubt is settled for the stranger who may hold the number now: given
   * away on the very day it was proven counts as given away after, and an active number whose
   * holder the carrier denies is not the person's.
   *
   * @param current what was known before
   * @param provenOn the day the number was proven to be the person's; null when it never was
   */
  NumberStatus judge(NumberStatus current, LocalDate provenOn) {
    if (current == NumberStatus.RECYCLED || isGivenAway(provenOn)) {
      return NumberStatus.RECYCLED;
    }
    if (!evaluated()) {
      return current;
    }
    return switch (carrierStatus) {
      case "EMPTY" -> NumberStatus.EMPTY;
      case "SUSPENDED" -> NumberStatus.SUSPENDED;
      case "ACTIVE" -> active(current);
      default -> current;
    };
  }

  private boolean isGivenAway(LocalDate provenOn) {
    return "RECYCLED".equals(carrierStatus)
        || (recycledSince != null && provenOn != null && !recycledSince.isBefore(provenOn));
  }

  private NumberStatus active(NumberStatus current) {
    return switch (holder) {
      case MATCH -> NumberStatus.ACTIVE;
      case MISMATCH -> NumberStatus.UNVERIFIED;
      case NOT_EVALUATED -> current == NumberStatus.SUSPENDED ? NumberStatus.ACTIVE : current;
    };
  }
}
