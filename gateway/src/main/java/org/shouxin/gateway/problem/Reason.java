package org.shouxin.gateway.problem;

import java.util.Locale;

/** Why the gateway itself refuses or fails a request, with the status it answers. */
public enum Reason {
  MALFORMED_PATH(400),
  MALFORMED_REQUEST(400),
  UPGRADE_REFUSED(400),
  TOKEN_MISSING(401),
  TOKEN_INVALID(401),
  ROLE_MISSING(403),
  PATH_UNKNOWN(404),
  METHOD_NOT_ALLOWED(405),
  CLIENT_TOO_SLOW(408),
  BODY_TOO_LARGE(413),
  EXPECTATION_UNKNOWN(417),
  RATE_LIMITED(429),
  GATEWAY_FAILED(500),
  UPSTREAM_FAILED(502),
  UPSTREAM_BUSY(503),
  UPSTREAM_CIRCUIT_OPEN(503),
  KEYS_UNAVAILABLE(503),
  UPSTREAM_TIMEOUT(504);

  private final int status;

  Reason(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The last part of the problem's type URI and the key of its texts. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
