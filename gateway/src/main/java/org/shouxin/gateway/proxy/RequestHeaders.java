package org.shouxin.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a service hears from the caller, and what it hears from the gateway instead. */
final class RequestHeaders {

  /** Headers that belong to one connection (RFC 9110, 7.6.1). */
  static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> NOT_FROM_OUTSIDE =
      Set.of(
          "cookie",
          "forwarded",
          "via",
          "x-real-ip",
          "x-request-id",
          "x-original-url",
          "x-rewrite-url",
          "x-http-method-override",
          "expect",
          "traceparent",
          "tracestate",
          "baggage",
          "http2-settings");

  private static final Set<String> NEVER_NAMED_AWAY =
      Set.of("authorization", "content-length", "content-type", "host", "idempotency-key");

  private RequestHeaders() {}

  static void replace(MultiMap headers, Onward onward) {
    removeNamedIn(headers, NEVER_NAMED_AWAY);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (HOP_BY_HOP.contains(lower)
          || NOT_FROM_OUTSIDE.contains(lower)
          || lower.startsWith("x-forwarded-")) {
        headers.remove(name);
      }
    }
    headers.set("X-Forwarded-For", onward.clientAddress());
    headers.set("X-Forwarded-Proto", onward.publicUrl().getScheme());
    headers.set("X-Forwarded-Host", onward.publicUrl().getAuthority());
    headers.set("X-Forwarded-Prefix", onward.route().prefix());
    headers.set("X-Request-Id", onward.requestId());
    onward.traceparent().ifPresent(context -> headers.set("traceparent", context));
  }

  /**
   * Removes the headers that Connection names. A caller can't name away what decides who he is or
   * how long his body is.
   */
  static void removeNamedIn(MultiMap headers, Set<String> kept) {
    List<String> named = new ArrayList<>();
    for (String value : headers.getAll("Connection")) {
      for (String name : value.split(",")) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    named.stream().filter(name -> !name.isEmpty() && !kept.contains(name)).forEach(headers::remove);
  }
}
