package org.shouxin.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Watches one exchange and speaks up when nothing has moved for too long. Each phase (upload, first
 * byte, download) begins its own watch; one timer serves them all and is moved on, not made anew,
 * for every chunk.
 */
final class Silence {

  private static final long NANOS_PER_MS = 1_000_000L;
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private long timer = NO_TIMER;
  private long limitNanos;
  private long movedAt;
  private Runnable tooLong;

  Silence(Vertx vertx) {
    this.vertx = vertx;
  }

  void watch(Duration limit, Runnable whenTooLong) {
    stop();
    limitNanos = limit.toNanos();
    tooLong = whenTooLong;
    moved();
    arm(limitNanos);
  }

  void moved() {
    movedAt = System.nanoTime();
  }

  void stop() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }

  private void arm(long nanos) {
    timer = vertx.setTimer(Math.max(1, nanos / NANOS_PER_MS), due -> look());
  }

  private void look() {
    timer = NO_TIMER;
    long left = limitNanos - (System.nanoTime() - movedAt);
    if (left > NANOS_PER_MS) {
      arm(left);
    } else {
      tooLong.run();
    }
  }
}
