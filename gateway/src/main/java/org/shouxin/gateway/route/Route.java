package org.shouxin.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One line of the route table.
 *
 * @param service the name in {@code /api/{service}} and in {@code shouxin.peers.{service}.url}
 * @param methods HTTP methods let through
 * @param path the path as the service sees it
 * @param rate name of the rate class
 * @param bodyBytesMax longest request body
 * @param firstByteWithin from the end of the request until the service begins to answer
 * @param idleWithin longest silence inside a request or response body
 */
public record Route(
    String service,
    Set<String> methods,
    PathPattern path,
    Access access,
    String rate,
    long bodyBytesMax,
    Duration firstByteWithin,
    Duration idleWithin) {

  /** Where services begin in the gateway's own paths. */
  public static final String PREFIX = "/api/";

  /** The path of the service at the gateway. */
  public String prefix() {
    return PREFIX + service;
  }

  /** How the route is named in logs and traces: its pattern, never a caller's path. */
  public String label() {
    return prefix() + path;
  }

  boolean takes(String wantedService, List<String> servicePath) {
    return service.equals(wantedService) && path.matches(servicePath);
  }
}
