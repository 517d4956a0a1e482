package org.shouxin.collections.collectioncase.model;

/** How much attention a case gets; the contact strategy is chosen by it. */
public enum Tier {
  EARLY,
  MIDDLE,
  LATE
}
