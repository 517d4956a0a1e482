package org.shouxin.collections.reachability;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What other features may know of a borrower's reachability.
 *
 * @param state the state's name
 * @param numberEmpty voice and SMS are closed until the carrier re-confirms the borrower
 * @param numberRecycled voice and SMS to the last known number are closed for ever
 * @param zone the borrower's zone, once a disclosure has told it
 */
public record Reach(
    String state,
    boolean numberEmpty,
    boolean numberRecycled,
    int failuresInRow,
    Optional<ZoneId> zone) {

  public boolean numberLost() {
    return numberEmpty || numberRecycled;
  }
}
