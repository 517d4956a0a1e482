package org.shouxin.chassis.app;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the remote part of a request was done. */
public final class Prepared {
  private static final AtomicInteger TIMES = new AtomicInteger();

  private Prepared() {}

  static int count() {
    return TIMES.incrementAndGet();
  }

  public static int times() {
    return TIMES.get();
  }
}
