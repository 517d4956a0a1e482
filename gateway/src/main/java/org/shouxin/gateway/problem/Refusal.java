package org.shouxin.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request the gateway answers itself, with a problem instead of a service's answer. */
public final class Refusal extends RuntimeException {

  private static final long SECONDS_MIN = 1;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Reason reason;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Object> members = new LinkedHashMap<>();

  public Refusal(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** Adds a response header. */
  public Refusal header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds an extension member to the problem body. */
  public Refusal with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Says when to come back, rounded up to whole seconds. */
  public Refusal retryAfterNanos(long nanos) {
    long seconds = Math.max(SECONDS_MIN, (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    return header("Retry-After", Long.toString(seconds));
  }

  public Reason reason() {
    return reason;
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }
}
