package org.shouxin.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;

/**
 * All rate limits. Each check either passes and notes what is left in the response's headers, or
 * throws a refusal with Retry-After.
 */
@ApplicationScoped
public class RateLimits {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Limit addresses;
  private final Limit clients;
  private final Map<String, Limit> classes = new HashMap<>();

  RateLimits(LimitSettings settings) {
    addresses = limit("address", settings.address(), settings.callersMax());
    clients = limit("client", settings.client(), settings.callersMax());
    settings
        .classes()
        .forEach((name, rate) -> classes.put(name, limit(name, rate, settings.callersMax())));
  }

  private static Limit limit(String name, LimitSettings.Rate rate, int callersMax) {
    return new Limit(name, rate.requests(), rate.per(), callersMax, TimeMeter.SYSTEM_NANOTIME);
  }

  /** The rate classes routes may name. */
  public Set<String> classes() {
    return Set.copyOf(classes.keySet());
  }

  /** Counts a request of an address, before anything is known of the caller. */
  public void address(String network, MultiMap responseHeaders) {
    check(addresses.take(network), responseHeaders);
  }

  /** Counts a request of a client application. */
  public void client(String clientId, MultiMap responseHeaders) {
    check(clients.take(clientId), responseHeaders);
  }

  /** Counts a request of a caller in a route's rate class. */
  public void inClass(String rateClass, String caller, MultiMap responseHeaders) {
    check(classes.get(rateClass).take(caller), responseHeaders);
  }

  private static void check(Limit.Taken taken, MultiMap responseHeaders) {
    responseHeaders.set(
        "RateLimit-Policy",
        '"' + taken.limit() + "\";q=" + taken.requests() + ";w=" + taken.per().toSeconds());
    responseHeaders.set(
        "RateLimit",
        '"' + taken.limit() + "\";r=" + taken.remaining() + ";t=" + seconds(taken.nanosToReset()));
    if (!taken.granted()) {
      throw new Refusal(Reason.RATE_LIMITED)
          .retryAfterNanos(taken.nanosToWait())
          .with("limit", taken.limit());
    }
  }

  private static long seconds(long nanos) {
    return (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
  }
}
