package org.shouxin.gateway.architecture.offending.anywhere;

import java.util.UUID;

/** Breaks: ids are made in one place. */
public final class NameGiver {
  private NameGiver() {}

  /** Draws an id. */
  public static UUID draw() {
    return UUID.randomUUID();
  }
}
