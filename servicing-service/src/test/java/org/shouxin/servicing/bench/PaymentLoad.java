package org.shouxin.servicing.bench;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Transfers told by signed webhooks at a constant rate, whether or not earlier ones were answered;
 * the time of each counts from when it was to be sent.
 */
final class PaymentLoad implements AutoCloseable {

  private final Service service;
  private final String secret;
  private final List<String> loans;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Clock clock = Clock.systemUTC();
  private final SplittableRandom random = new SplittableRandom(7);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();

  PaymentLoad(Service service, String secret, List<String> loans) {
    this.service = service;
    this.secret = secret;
    this.loans = loans;
  }

  void start(int perSecond) {
    timer.scheduleAtFixedRate(this::send, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  /** What was seen since the last call. */
  Seen seen() {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    micros.clear();
    return new Seen(
        sorted.length, failed.getAndSet(0), at(sorted, 50), at(sorted, 99), at(sorted, 100));
  }

  record Seen(int posted, int failed, long p50Micros, long p99Micros, long maxMicros) {
    @Override
    public String toString() {
      return "%d posted, %d failed, p50 %.1f ms, p99 %.1f ms, max %.1f ms"
          .formatted(posted, failed, p50Micros / 1e3, p99Micros / 1e3, maxMicros / 1e3);
    }
  }

  private static long at(long[] sorted, int percent) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private void send() {
    long due = System.nanoTime();
    String id = UUID.randomUUID().toString();
    String body =
        """
        {"type":"transfer.received","data":{"reference":"%s","bankReference":"%s",
         "amount":{"amount":"1.00","currency":"CNY"},"bookedAt":"2026-01-31T00:00:00Z"}}"""
            .formatted(loans.get(random.nextInt(loans.size())), id);
    long at = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(service.uri("/v1/bank-webhooks"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(at))
            .header("webhook-signature", sign(id, at, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    http.sendAsync(request, BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() / 100 == 2) {
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
              } else {
                failed.incrementAndGet();
              }
            });
  }

  private String sign(String id, long at, String body) {
    try {
      return new Webhook(secret).sign(id, at, body);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  static long median(long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
