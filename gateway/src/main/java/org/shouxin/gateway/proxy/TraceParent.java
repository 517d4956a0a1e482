package org.shouxin.gateway.proxy;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The W3C trace context a service gets when no tracer writes it. With a tracer its client span does
 * so, and a second header would be one too many.
 */
public final class TraceParent {

  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  /** Empty if a span runs; else the caller's context if well formed, else a new one. */
  public static Optional<String> of(Span span, String fromCaller) {
    if (span.getSpanContext().isValid()) {
      return Optional.empty();
    }
    if (fromCaller != null && VALID.matcher(fromCaller).matches()) {
      return Optional.of(fromCaller);
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Optional.of(
        "00-%016x%016x-%016x-00"
            .formatted(random.nextLong() | 1, random.nextLong() | 1, random.nextLong() | 1));
  }
}
