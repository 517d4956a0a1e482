package org.shouxin.gateway;

import io.opentelemetry.api.trace.Span;
import org.shouxin.gateway.proxy.Progress;
import org.shouxin.gateway.route.Route;
import org.shouxin.gateway.token.Caller;

/** What is known of one request, for its log line and its span. Lives on one event loop. */
final class Exchange implements Progress {

  private static final String UNROUTED = "-";

  private final String requestId;
  private final Span span;
  private final long beganAt = System.nanoTime();
  private String route = UNROUTED;
  private Caller caller;
  private int upstreamStatus;
  private boolean brokenOff;

  Exchange(String requestId, Span span) {
    this.requestId = requestId;
    this.span = span;
  }

  String requestId() {
    return requestId;
  }

  Span span() {
    return span;
  }

  long millis() {
    return (System.nanoTime() - beganAt) / 1_000_000;
  }

  void routed(Route found) {
    route = found.label();
  }

  void own(String label) {
    route = label;
  }

  String route() {
    return route;
  }

  void calledBy(Caller known) {
    caller = known;
  }

  Caller caller() {
    return caller;
  }

  @Override
  public void answered(int status) {
    upstreamStatus = status;
  }

  @Override
  public void brokenOff() {
    brokenOff = true;
  }

  boolean isBrokenOff() {
    return brokenOff;
  }

  /** The service's status, 0 if no service answered. */
  int upstreamStatus() {
    return upstreamStatus;
  }
}
