package org.shouxin.chassis.inbox;

import org.shouxin.chassis.inbox.EventRecords.Place;

/**
 * How far a stream was applied.
 *
 * @param ordinals how many events the version has, 0 when its sender did not say
 * @param parked whether an event of the stream lies in the dead-letter topic
 */
record Position(long version, int ordinal, int ordinals, boolean parked) {

  /** What an event is to this position. */
  enum Relation {
    APPLIED,
    NEXT,
    AHEAD
  }

  Relation of(Place place) {
    if (place.version() < version || place.version() == version && place.ordinal() <= ordinal) {
      return Relation.APPLIED;
    }
    boolean nextWithin = place.version() == version && place.ordinal() == ordinal + 1;
    boolean versionDone = ordinals == 0 || ordinal + 1 >= ordinals;
    boolean nextVersion = versionDone && place.version() == version + 1 && place.ordinal() == 0;
    return nextWithin || nextVersion ? Relation.NEXT : Relation.AHEAD;
  }
}
