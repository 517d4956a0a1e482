package org.shouxin.collections.contact.model;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/** What the operator asks for beyond the law; absent means the law's own figure. */
public record OperatorLimits(
    Optional<LocalTime> opens,
    Optional<LocalTime> closes,
    OptionalInt effectiveCallsPerDay,
    OptionalInt unansweredPerPoint) {

  public static OperatorLimits none() {
    return new OperatorLimits(
        Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
  }
}
