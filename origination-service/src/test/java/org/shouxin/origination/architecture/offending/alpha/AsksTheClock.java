package org.shouxin.origination.architecture.offending.alpha;

import java.time.Instant;

/** Asks the system for the time. */
public final class AsksTheClock {
  Instant when() {
    return Instant.now();
  }
}
