package org.shouxin.servicing.faults;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Callers who all speak at once and repeat what they said until the answer is definite. */
final class Crowd implements AutoCloseable {

  private static final int CALLERS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MS = 100;
  private static final int UNKNOWN = 503;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final List<Future<?>> said = new ArrayList<>();

  /** Has one of the callers do this; a failure is told by {@link #awaitAll}. */
  void have(Callable<?> task) {
    said.add(callers.submit(task));
  }

  void awaitAll() throws InterruptedException, ExecutionException {
    for (Future<?> one : said) {
      one.get();
    }
    said.clear();
  }

  /** The same request until it is answered, and not with 503: the outcome is then known. */
  static Response definite(Callable<Response> request) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Response answer = request.call();
        if (answer.statusCode() != UNKNOWN) {
          return answer;
        }
      } catch (Exception notThere) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("nobody answers", notThere);
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
