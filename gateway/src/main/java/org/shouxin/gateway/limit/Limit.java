package org.shouxin.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A named rate limit: one token bucket per caller, in bounded memory. A caller that was forgotten
 * starts with a full bucket; a bucket untouched for the whole period is full anyway.
 */
final class Limit {

  private final String name;
  private final long requests;
  private final Duration per;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Limit(String name, long requests, Duration per, int callersMax, TimeMeter time) {
    if (requests < 1 || per.isZero() || per.isNegative() || callersMax < 1) {
      throw new IllegalArgumentException("Rate limit " + name + " must be positive");
    }
    this.name = name;
    this.requests = requests;
    this.per = per;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(callersMax)
            .expireAfterAccess(per)
            .ticker(time::currentTimeNanos)
            .build();
  }

  /** Takes one request from the caller's bucket, if there is one left. */
  Taken take(String caller) {
    ConsumptionProbe probe =
        buckets.get(caller, absent -> fullBucket()).tryConsumeAndReturnRemaining(1);
    return new Taken(
        name,
        requests,
        per,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }

  long callers() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket fullBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
        .withCustomTimePrecision(time)
        .build();
  }

  /**
   * What came of it.
   *
   * @param remaining requests left now
   * @param nanosToWait until one more is possible; 0 if this one was
   * @param nanosToReset until the bucket is full again
   */
  record Taken(
      String limit,
      long requests,
      Duration per,
      boolean granted,
      long remaining,
      long nanosToWait,
      long nanosToReset) {}
}
