package org.shouxin.gateway.proxy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a failing service alone for a moment.
 *
 * <p>CLOSED: all pass; {@code failuresMax} failures in a row open it. OPEN: none passes until
 * {@code openFor} is over. TRIAL: one request passes; its success closes, its failure opens again.
 * A request that ends for the caller's own reasons counts as neither.
 */
final class Circuit {

  /** What a circuit does with the next request. */
  enum State {
    CLOSED,
    OPEN,
    TRIAL
  }

  private final int failuresMax;
  private final long openForNanos;
  private final LongSupplier nanoTime;
  private State state = State.CLOSED;
  private int failures;
  private long openedAt;
  private boolean trialRunning;

  Circuit(int failuresMax, Duration openFor, LongSupplier nanoTime) {
    this.failuresMax = failuresMax;
    this.openForNanos = openFor.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Asks to send one request; every true is answered by exactly one of the three below. */
  synchronized boolean tryPass() {
    if (state == State.OPEN && nanosUntilTrial() == 0) {
      state = State.TRIAL;
      trialRunning = false;
    }
    if (state == State.TRIAL && !trialRunning) {
      trialRunning = true;
      return true;
    }
    return state == State.CLOSED;
  }

  synchronized void succeeded() {
    failures = 0;
    if (state == State.TRIAL) {
      state = State.CLOSED;
    }
  }

  synchronized void failed() {
    failures++;
    if (state == State.TRIAL || state == State.CLOSED && failures >= failuresMax) {
      state = State.OPEN;
      openedAt = nanoTime.getAsLong();
    }
  }

  synchronized void abandoned() {
    trialRunning = false;
  }

  /** Until an open circuit tries again; 0 if it may. */
  synchronized long nanosUntilTrial() {
    return state == State.OPEN ? Math.max(0, openForNanos - (nanoTime.getAsLong() - openedAt)) : 0;
  }

  synchronized State state() {
    return state;
  }
}
