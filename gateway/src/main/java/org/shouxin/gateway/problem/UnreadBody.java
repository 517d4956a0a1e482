package org.shouxin.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What to do with a body nobody wants: read a little of it and then close. Closing at once would
 * make the kernel reset the connection and the caller lose the answer that explains the refusal.
 */
final class UnreadBody {

  private static final long DRAIN_BYTES_MAX = 1024 * 1024;
  private static final long DRAIN_MS_MAX = 2_000;

  private UnreadBody() {}

  static boolean expected(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return !request.isEnded()
        && (length != null && !length.equals("0")
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
  }

  static void drainAndClose(Vertx vertx, HttpServerRequest request) {
    if (request.isEnded()) {
      request.connection().close();
      return;
    }
    AtomicLong left = new AtomicLong(DRAIN_BYTES_MAX);
    long timer = vertx.setTimer(DRAIN_MS_MAX, late -> request.connection().close());
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.endHandler(done -> request.connection().close());
    request.handler(
        chunk -> {
          if (left.addAndGet(-chunk.length()) < 0) {
            request.connection().close();
          }
        });
    request.resume();
  }
}
