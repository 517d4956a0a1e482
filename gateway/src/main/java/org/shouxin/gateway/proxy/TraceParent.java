package org.shouxin.gateway.proxy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The W3C trace context a service gets, also when tracing is switched off here. */
public final class TraceParent {

  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  /** That of the running span, else the caller's if well formed, else a new one. */
  public static String of(Span span, String fromCaller) {
    SpanContext context = span.getSpanContext();
    if (context.isValid()) {
      return "00-%s-%s-%s"
          .formatted(context.getTraceId(), context.getSpanId(), context.isSampled() ? "01" : "00");
    }
    if (fromCaller != null && VALID.matcher(fromCaller).matches()) {
      return fromCaller;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "00-%016x%016x-%016x-00"
        .formatted(random.nextLong() | 1, random.nextLong() | 1, random.nextLong() | 1);
  }
}
