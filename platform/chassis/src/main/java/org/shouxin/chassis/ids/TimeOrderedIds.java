package org.shouxin.chassis.ids;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUID version 7: 48 bits of Unix milliseconds, a 12-bit counter within the millisecond (RFC 9562
 * section 6.2, method 1), 62 random bits. Strictly ascending within a process even when the clock
 * steps back: the last millisecond used is then kept and the counter carries into it.
 */
@ApplicationScoped
@DefaultBean
public class TimeOrderedIds implements Ids {

  private static final int COUNTER_MAX = 0xFFF;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Clock clock;
  private final RandomGenerator random;
  private long millis;
  private int counter;

  @Inject
  public TimeOrderedIds(Clock clock) {
    this(clock, new SecureRandom());
  }

  TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      counter = 0;
    } else if (counter == COUNTER_MAX) {
      millis++;
      counter = 0;
    } else {
      counter++;
    }
    return new UUID(millis << 16 | VERSION_7 | counter, random.nextLong() & RANDOM_MASK | VARIANT);
  }
}
