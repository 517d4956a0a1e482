package org.shouxin.collections.hold.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.collections.hold.model.Hold;
import org.shouxin.collections.hold.model.HoldKind;

/** A hold as the people who work with it see it. */
public record HoldView(
    UUID id,
    UUID caseId,
    HoldKind kind,
    String reason,
    boolean active,
    LocalDate placedOn,
    LocalDate releasedOn) {

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id(),
        hold.caseId(),
        hold.kind(),
        hold.reason(),
        hold.isActive(),
        hold.placedOn(),
        hold.releasedOn());
  }
}
