package org.shouxin.gateway.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures one call through the gateway against the same call to the service, turn by turn in one
 * run, so that the machine's mood falls on both. Not run by the build:
 *
 * <pre>
 * java -cp ... org.shouxin.gateway.bench.Bench DIRECT_URL GATEWAY_URL TOKEN [CONNECTIONS] [CALLS]
 * </pre>
 *
 * <p>Prints calls per second, p50 and p99 in milliseconds of each round, and the ratio of the
 * medians over the rounds. An answer other than 2xx ends the run.
 */
public final class Bench {

  private static final int ROUNDS = 5;
  private static final int WARM_UP_CALLS = 20_000;
  private static final int CONNECTIONS = 16;
  private static final int CALLS = 20_000;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client;
  private final String token;
  private final int connections;

  private Bench(String token, int connections) {
    this.token = token;
    this.connections = connections;
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions())
            .with(new PoolOptions().setHttp1MaxSize(connections))
            .build();
  }

  /** Runs the comparison. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 3) {
      System.err.println("Bench DIRECT_URL GATEWAY_URL TOKEN [CONNECTIONS] [CALLS]");
      System.exit(2);
    }
    int connections = arguments.length > 3 ? Integer.parseInt(arguments[3]) : CONNECTIONS;
    int calls = arguments.length > 4 ? Integer.parseInt(arguments[4]) : CALLS;
    Bench bench = new Bench(arguments[2], connections);
    bench.compare(URI.create(arguments[0]), URI.create(arguments[1]), calls);
    bench.vertx.close();
  }

  private void compare(URI direct, URI gateway, int calls) throws InterruptedException {
    round(direct, WARM_UP_CALLS);
    round(gateway, WARM_UP_CALLS);
    Round[] straight = new Round[ROUNDS];
    Round[] through = new Round[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      straight[i] = round(direct, calls);
      print("direct", straight[i]);
      through[i] = round(gateway, calls);
      print("gateway", through[i]);
    }
    double ratio = median(through) / median(straight);
    System.out.printf(
        Locale.ROOT,
        "gateway/direct calls per second %.2f (%d connections, %d calls a round)%n",
        ratio,
        connections,
        calls);
  }

  private static double median(Round[] rounds) {
    return Arrays.stream(rounds).mapToDouble(Round::perSecond).sorted().toArray()[ROUNDS / 2];
  }

  private static void print(String name, Round round) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %8.0f/s  p50 %6.2f ms  p99 %6.2f ms%n",
        name,
        round.perSecond,
        round.p50,
        round.p99);
  }

  private record Round(double perSecond, double p50, double p99) {}

  private Round round(URI target, int calls) throws InterruptedException {
    long[] nanos = new long[calls];
    AtomicInteger next = new AtomicInteger();
    AtomicLong refused = new AtomicLong();
    CountDownLatch lanes = new CountDownLatch(connections);
    long began = System.nanoTime();
    for (int lane = 0; lane < connections; lane++) {
      call(target, nanos, next, refused, lanes);
    }
    lanes.await();
    double seconds = (System.nanoTime() - began) / 1e9;
    if (refused.get() > 0) {
      throw new IllegalStateException(refused.get() + " calls to " + target + " were not 2xx");
    }
    Arrays.sort(nanos);
    return new Round(calls / seconds, nanos[calls / 2] / 1e6, nanos[calls * 99 / 100] / 1e6);
  }

  private void call(
      URI target, long[] nanos, AtomicInteger next, AtomicLong refused, CountDownLatch lanes) {
    int number = next.getAndIncrement();
    if (number >= nanos.length || refused.get() > 0) {
      lanes.countDown();
      return;
    }
    long began = System.nanoTime();
    send(target)
        .onComplete(
            done -> {
              nanos[number] = System.nanoTime() - began;
              if (done.failed() || done.result() / 100 != 2) {
                refused.incrementAndGet();
              }
              call(target, nanos, next, refused, lanes);
            });
  }

  private Future<Integer> send(URI target) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(target.getHost())
            .setPort(target.getPort())
            .setURI(target.getRawPath())
            .putHeader("Authorization", "Bearer " + token);
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(answer -> answer.body().map(body -> answer.statusCode()));
  }
}
