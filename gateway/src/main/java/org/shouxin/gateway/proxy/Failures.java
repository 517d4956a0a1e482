package org.shouxin.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;

/** Reads what went wrong on the way to a service. */
final class Failures {

  private static final long BUSY_RETRY_NANOS = Duration.ofSeconds(1).toNanos();

  private Failures() {}

  static Refusal refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof ConnectTimeoutException) {
      return new Refusal(Reason.UPSTREAM_TIMEOUT);
    }
    if (failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException) {
      return new Refusal(Reason.UPSTREAM_BUSY).retryAfterNanos(BUSY_RETRY_NANOS);
    }
    return new Refusal(Reason.UPSTREAM_FAILED);
  }

  /** True if the service, not the caller and not a full waiting room, is to blame. */
  static boolean byUpstream(Reason reason) {
    return reason == Reason.UPSTREAM_FAILED || reason == Reason.UPSTREAM_TIMEOUT;
  }
}
