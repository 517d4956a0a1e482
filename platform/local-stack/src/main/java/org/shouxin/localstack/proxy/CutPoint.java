package org.shouxin.localstack.proxy;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The message at which a line is cut. It is shared through the system properties, because a test
 * and the resource that holds the line may live in different class loaders.
 */
public final class CutPoint {
  private static final int SLOTS = 4;
  private static final int SEEN = 0;
  private static final int AT = 1;
  private static final int FIRED = 2;
  private static final int SETTLED = 3;
  private static final String PREFIX = "shouxin.test.cut-point.";

  private final AtomicLongArray slots;

  private CutPoint(AtomicLongArray slots) {
    this.slots = slots;
  }

  /** Whether the message is still passed on. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /** The cut point of this name in this JVM. */
  public static CutPoint named(String name) {
    return new CutPoint(
        (AtomicLongArray)
            System.getProperties()
                .computeIfAbsent(PREFIX + name, key -> new AtomicLongArray(SLOTS)));
  }

  /** Counts from zero, and cuts the connection that carries the n-th message from now on. */
  public void arm(long message, Moment moment) {
    disarm();
    slots.set(FIRED, 0);
    slots.set(SETTLED, 0);
    slots.set(SEEN, 0);
    slots.set(AT, moment == Moment.BEFORE ? message : -message);
  }

  /** Cuts nothing any more; the count goes on. */
  public void disarm() {
    slots.set(AT, 0);
  }

  /** Messages that clients sent since it was armed. */
  public long seen() {
    return slots.get(SEEN);
  }

  /** Whether the connection was cut. */
  public boolean hasFired() {
    return slots.get(FIRED) == 1;
  }

  /** Whether the server has done all it does for the connection that was cut. */
  public boolean hasSettled() {
    return slots.get(SETTLED) == 1;
  }

  /** Counts a message; says when the line is to be cut, null if not at this one. */
  Moment pass() {
    long number = slots.incrementAndGet(SEEN);
    long at = slots.get(AT);
    if (number != Math.abs(at)) {
      return null;
    }
    slots.set(FIRED, 1);
    return at > 0 ? Moment.BEFORE : Moment.AFTER;
  }

  void settle() {
    slots.set(SETTLED, 1);
  }
}
