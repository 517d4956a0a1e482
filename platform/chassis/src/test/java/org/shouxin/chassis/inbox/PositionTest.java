package org.shouxin.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.chassis.inbox.EventRecords.Place;
import org.shouxin.chassis.inbox.Position.Relation;

class PositionTest {

  @ParameterizedTest
  @CsvSource({
    // position: version, ordinal, ordinals; event: version, ordinal
    "0, 0, 1,   1, 0,  NEXT",
    "0, 0, 1,   1, 1,  AHEAD",
    "0, 0, 1,   2, 0,  AHEAD",
    "3, 0, 1,   3, 0,  APPLIED",
    "3, 0, 1,   2, 9,  APPLIED",
    "3, 0, 1,   4, 0,  NEXT",
    "3, 0, 1,   5, 0,  AHEAD",
    "3, 0, 2,   3, 1,  NEXT",
    "3, 0, 2,   4, 0,  AHEAD",
    "3, 1, 2,   4, 0,  NEXT",
    "3, 1, 3,   3, 0,  APPLIED",
    "3, 0, 0,   3, 1,  NEXT",
    "3, 0, 0,   4, 0,  NEXT",
  })
  void relation(
      long version, int ordinal, int ordinals, long eventVersion, int eventOrdinal, Relation is) {
    Position position = new Position(version, ordinal, ordinals, false);
    assertThat(position.of(new Place(eventVersion, eventOrdinal, 1))).isEqualTo(is);
  }

  @Test
  void parkingChangesNoRelation() {
    assertThat(new Position(3, 0, 1, true).of(new Place(4, 0, 1))).isEqualTo(Relation.NEXT);
  }
}
