package org.shouxin.servicing.loan.model;

import java.util.UUID;

/** Ids that are different and repeatable. */
public final class TestIds {

  private static long last;

  private TestIds() {}

  public static UUID next() {
    return new UUID(0, ++last);
  }
}
