package org.shouxin.localstack.proxy;

/**
 * The message at which a line is cut. It is shared through the system properties, because a test
 * and the resource that holds the line may live in different class loaders.
 */
public final class CutPoint {
  private static final String PREFIX = "shouxin.test.cut-point.";

  private final String seen;
  private final String at;
  private final String fired;
  private final String settled;

  private CutPoint(String name) {
    seen = PREFIX + name + ".seen";
    at = PREFIX + name + ".at";
    fired = PREFIX + name + ".fired";
    settled = PREFIX + name + ".settled";
  }

  /** Whether the message is still passed on. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /** The cut point of this name in this JVM. */
  public static CutPoint named(String name) {
    return new CutPoint(name);
  }

  /** Counts from zero, and cuts the connection that carries the n-th message from now on. */
  public void arm(long message, Moment moment) {
    disarm();
    set(fired, 0);
    set(settled, 0);
    set(seen, 0);
    set(at, moment == Moment.BEFORE ? message : -message);
  }

  /** Cuts nothing any more; the count goes on. */
  public void disarm() {
    set(at, 0);
  }

  /** Messages that clients sent since it was armed. */
  public long seen() {
    return get(seen);
  }

  /** Whether the connection was cut. */
  public boolean hasFired() {
    return get(fired) == 1;
  }

  /** Whether the server has done all it does for the connection that was cut. */
  public boolean hasSettled() {
    return get(settled) == 1;
  }

  /** Counts a message; says when the line is to be cut, null if not at this one. */
  Moment pass() {
    long number = next(seen);
    long cutAt = get(at);
    if (number != Math.abs(cutAt)) {
      return null;
    }
    set(fired, 1);
    return cutAt > 0 ? Moment.BEFORE : Moment.AFTER;
  }

  void settle() {
    set(settled, 1);
  }

  private static void set(String property, long value) {
    System.setProperty(property, Long.toString(value));
  }

  private static long get(String property) {
    return Long.getLong(property, 0);
  }

  private static long next(String property) {
    return Long.parseLong(
        (String)
            System.getProperties()
                .merge(property, "1", (old, one) -> "" + (Long.parseLong((String) old) + 1)));
  }
}
