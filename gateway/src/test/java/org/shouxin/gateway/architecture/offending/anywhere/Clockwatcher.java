package org.shouxin.gateway.architecture.offending.anywhere;

import java.time.Instant;

/** Breaks: time is an argument. */
public final class Clockwatcher {
  private Clockwatcher() {}

  /** Reads the wall clock. */
  public static Instant look() {
    return Instant.now();
  }
}
