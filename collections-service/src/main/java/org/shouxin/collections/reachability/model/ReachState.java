package org.shouxin.collections.reachability.model;

/** Whether a borrower can be reached by telephone. */
public enum ReachState {
  REACHABLE,
  SUSPECT,
  SUSPENDED,
  EMPTY,
  RECYCLED,
  ACTIVE_NO_ANSWER;

  /** The number no longer leads to the borrower. */
  public boolean isLost() {
    return this == EMPTY || this == RECYCLED;
  }
}
