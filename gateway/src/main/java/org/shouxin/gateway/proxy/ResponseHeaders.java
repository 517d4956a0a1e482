package org.shouxin.gateway.proxy;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a caller hears from a service. */
final class ResponseHeaders {

  private static final Set<String> NOT_TO_OUTSIDE =
      Set.of("server", "x-powered-by", "set-cookie", "set-cookie2", "alt-svc", "via");

  private static final Set<String> NEVER_NAMED_AWAY = Set.of("content-length", "content-type");

  private static final List<String> LINKS = List.of("Location", "Content-Location");

  private ResponseHeaders() {}

  /**
   * Removes what is not for callers and what the gateway says itself.
   *
   * @param own headers the gateway has already set on the response
   */
  static void replace(MultiMap headers, MultiMap own, Upstream upstream, String prefix) {
    RequestHeaders.removeNamedIn(headers, NEVER_NAMED_AWAY);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (RequestHeaders.HOP_BY_HOP.contains(lower)
          || NOT_TO_OUTSIDE.contains(lower)
          || lower.startsWith("access-control-")
          || own.contains(name)) {
        headers.remove(name);
      }
    }
    for (String link : LINKS) {
      String location = headers.get(link);
      if (location != null) {
        headers.set(link, outside(location, upstream, prefix));
      }
    }
  }

  /** A service's own URL or absolute path as a path at the gateway; any other is left as it is. */
  private static String outside(String location, Upstream upstream, String prefix) {
    try {
      URI uri = URI.create(location);
      boolean ownHost = uri.getHost() == null ? !location.startsWith("//") : upstream.at(uri);
      String path = uri.getRawPath();
      if (!ownHost || path == null || !path.startsWith("/") || path.startsWith(prefix)) {
        return location;
      }
      String query = uri.getRawQuery();
      return prefix + path + (query == null ? "" : "?" + query);
    } catch (IllegalArgumentException e) {
      return location;
    }
  }
}
