package org.shouxin.gateway;

import io.vertx.core.MultiMap;
import java.util.Map;

/** Headers that tell a browser to trust as little as possible; they are on every answer. */
final class SecurityHeaders {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private static final String DATA_ONLY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** The documentation page runs its own scripts only; its library writes inline styles. */
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; font-src 'self'; "
          + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private SecurityHeaders() {}

  static void put(MultiMap headers, boolean page) {
    ALWAYS.forEach(headers::set);
    headers.set("Content-Security-Policy", page ? PAGE : DATA_ONLY);
  }
}
