package org.shouxin.gateway.architecture.offending.anywhere;

/** Breaks: nothing blocks an event loop. */
public final class Sleeper {
  private Sleeper() {}

  /** Blocks. */
  public static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
