package org.shouxin.collections.reachability.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One dated step of a borrower's reachability, kept for ever as evidence.
 *
 * @param cause what showed it, in UPPER_SNAKE
 */
public record Transition(
    UUID borrowerId, ReachState from, ReachState to, String cause, LocalDate day) {

  public boolean isLoss() {
    return to.isLost() && !from.isLost();
  }

  public boolean isReturn() {
    return from.isLost() && !to.isLost();
  }

  public boolean needsCheck() {
    return to == ReachState.SUSPECT;
  }
}
