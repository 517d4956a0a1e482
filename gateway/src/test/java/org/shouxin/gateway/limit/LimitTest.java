package org.shouxin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitTest {

  private final AtomicLong nanos = new AtomicLong();
  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  private Limit limit(int requests, int callersMax) {
    return new Limit("test", requests, Duration.ofSeconds(10), callersMax, time);
  }

  @Test
  void soManyAndNoMoreThenAsTimePasses() {
    Limit limit = limit(10, 100);
    for (int i = 9; i >= 0; i--) {
      assertThat(limit.take("a").remaining()).isEqualTo(i);
    }
    Limit.Taken refused = limit.take("a");
    assertThat(refused.granted()).isFalse();
    assertThat(refused.nanosToWait()).isEqualTo(Duration.ofSeconds(1).toNanos());
    assertThat(limit.take("b").granted()).isTrue();

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(limit.take("a").granted()).isTrue();
    assertThat(limit.take("a").granted()).isFalse();
  }

  @Test
  void memoryIsBounded() {
    Limit limit = limit(10, 50);
    for (int i = 0; i < 5_000; i++) {
      limit.take("caller-" + i);
    }

    assertThat(limit.callers()).isLessThanOrEqualTo(50);
  }

  @Test
  void manyThreadsGetNoMoreThanTheLimit() throws InterruptedException {
    Limit limit = limit(1_000, 100);
    AtomicInteger granted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int t = 0; t < 8; t++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 1_000; i++) {
              if (limit.take("one").granted()) {
                granted.incrementAndGet();
              }
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(granted).hasValue(1_000);
  }

  @Test
  void limitsArePositive() {
    assertThatThrownBy(() -> limit(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> limit(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
