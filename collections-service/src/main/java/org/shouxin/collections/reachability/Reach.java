package org.shouxin.collections.reachability;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * What other features may know of a borrower's reachability.
 *
 * @param state the state's name
 * @param numberEmpty voice and SMS are closed until the carrier re-confirms the borrower
 * @param numberRecycled voice and SMS to the last known number are closed for ever
 * @param zone the borrower's zone, once a disclosure has told it
 * @param numberPoint the contact point of the borrower's number, once a disclosure has told it
 */
public record Reach(
    String state,
    boolean numberEmpty,
    boolean numberRecycled,
    int failuresInRow,
    Optional<ZoneId> zone,
    Optional<UUID> numberPoint) {

  /** Whether a disclosure tells nothing new; an absent number says nothing of the known one. */
  public boolean knows(Optional<ZoneId> toldZone, Optional<UUID> toldNumber) {
    return zone.equals(toldZone) && (toldNumber.isEmpty() || numberPoint.equals(toldNumber));
  }

  public boolean numberLost() {
    return numberEmpty || numberRecycled;
  }
}
