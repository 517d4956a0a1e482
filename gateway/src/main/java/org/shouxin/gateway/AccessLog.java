package org.shouxin.gateway;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.shouxin.gateway.token.Caller;
import org.shouxin.gateway.token.SubjectHash;

/**
 * One line and one span for each request. They name the route, never the path, the query, a header
 * or the body, because these carry ids and personal data.
 */
@ApplicationScoped
public class AccessLog {

  /** The category of the lines. */
  static final String CATEGORY = "org.shouxin.gateway.access";

  private static final int STATUS_CALLER_GONE = 499;
  private static final int STATUS_SERVICE_GONE = 502;
  private static final int STATUS_SERVER_ERROR_FIRST = 500;
  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final SubjectHash subjects;

  AccessLog(SubjectHash subjects) {
    this.subjects = subjects;
  }

  void write(Exchange exchange, HttpServerRequest request, boolean whole) {
    int status = status(exchange, request, whole);
    Caller caller = exchange.caller();
    LOG.infof(
        "method=%s route=%s status=%d upstream=%d ms=%d subject=%s client=%s request=%s",
        method(request),
        exchange.route(),
        status,
        exchange.upstreamStatus(),
        exchange.millis(),
        caller == null ? "-" : subjects.of(caller.subject()),
        caller == null ? "-" : caller.clientId().replaceAll("[^A-Za-z0-9._-]", "?"),
        exchange.requestId());
    Span span = exchange.span();
    span.updateName(method(request) + " " + exchange.route());
    span.setAttribute("http.route", exchange.route());
    span.setAttribute("shouxin.request.id", exchange.requestId());
    if (exchange.upstreamStatus() > 0) {
      span.setAttribute("shouxin.upstream.status_code", exchange.upstreamStatus());
    }
    if (status >= STATUS_SERVER_ERROR_FIRST) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static int status(Exchange exchange, HttpServerRequest request, boolean whole) {
    if (exchange.isBrokenOff()) {
      return STATUS_SERVICE_GONE;
    }
    return whole ? request.response().getStatusCode() : STATUS_CALLER_GONE;
  }

  private static String method(HttpServerRequest request) {
    String method = request.method().name();
    return method.matches("[A-Z]{1,10}") ? method : "OTHER";
  }
}
