package org.shouxin.chassis.client;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Calls to other processes: each bounded in time, tried twice, and stopped by a circuit breaker per
 * party so that a party that is down costs nothing but its own answer. The caller goes on where it
 * was (the same Vert.x context), because a transaction may be opened next.
 */
@ApplicationScoped
public class RemoteCalls {

  private static final long CALL_MILLIS_MAX = 2_000;
  private static final int RETRIES_MAX = 1;
  private static final long RETRY_DELAY_MILLIS = 150;
  private static final int BREAKER_WINDOW_CALLS = 20;
  private static final double BREAKER_FAILURE_RATIO = 0.6;
  private static final long BREAKER_OPEN_MILLIS = 2_000;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final TypeLiteral<Uni<Object>> ANY = new TypeLiteral<>() {};

  private final ConcurrentMap<String, Guard> guards = new ConcurrentHashMap<>();

  /**
   * Calls a party. An answer of 4xx is an answer: it is neither tried again nor held against it.
   */
  public <T> Uni<T> call(String party, Supplier<Uni<T>> request) {
    Guard guard = guards.computeIfAbsent(party, RemoteCalls::guard);
    Uni<Object> guarded =
        Uni.createFrom()
            .deferred(() -> guard.get(() -> request.get().map(answer -> (Object) answer), ANY));
    @SuppressWarnings("unchecked")
    Uni<T> answer = (Uni<T>) guarded;
    Executor here = callersContext();
    return here == null ? answer : answer.emitOn(here);
  }

  private static Guard guard(String party) {
    return Guard.create()
        .withDescription(party)
        .withTimeout()
        .duration(CALL_MILLIS_MAX, ChronoUnit.MILLIS)
        .done()
        .withRetry()
        .maxRetries(RETRIES_MAX)
        .delay(RETRY_DELAY_MILLIS, ChronoUnit.MILLIS)
        .whenException(RemoteCalls::isPartysFault)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(BREAKER_WINDOW_CALLS)
        .failureRatio(BREAKER_FAILURE_RATIO)
        .delay(BREAKER_OPEN_MILLIS, ChronoUnit.MILLIS)
        .when(RemoteCalls::isPartysFault)
        .done()
        .build();
  }

  private static boolean isPartysFault(Throwable failure) {
    if (failure instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }
    return true;
  }

  private static Executor callersContext() {
    Context context = Vertx.currentContext();
    return context == null ? null : task -> context.runOnContext(ignored -> task.run());
  }
}
