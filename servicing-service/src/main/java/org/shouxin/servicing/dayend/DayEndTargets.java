package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/** The day up to which days are wanted closed; kept, so that any instance can go on with it. */
public interface DayEndTargets {

  /**
   * Wants days closed up to and with the date; an earlier date than wanted before changes nothing.
   */
  Uni<Void> want(LocalDate closeTo);

  /** The current day, when it is wanted closed or its close was begun and not ended. */
  Uni<Optional<LocalDate>> due();
}
