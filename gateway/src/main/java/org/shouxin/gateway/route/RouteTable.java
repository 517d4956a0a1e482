package org.shouxin.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All routes, in order: the first that takes method and path decides. */
public record RouteTable(List<Route> routes) {

  private static final int SERVICE_SEGMENT = 1;
  private static final int FIRST_SERVICE_PATH_SEGMENT = 2;

  public RouteTable {
    routes = List.copyOf(routes);
  }

  /** The open route for a request at the gateway, if there is one. */
  public Optional<Route> find(String method, RequestPath path) {
    return first(method, path).filter(RouteTable::open);
  }

  /** True if the first route for the request is one that keeps it from outside. */
  public boolean closed(String method, RequestPath path) {
    return first(method, path).filter(route -> !open(route)).isPresent();
  }

  /** The open route for a service's own path, if there is one. */
  public Optional<Route> find(String service, String method, List<String> servicePath) {
    return first(service, method, servicePath).filter(RouteTable::open);
  }

  private Optional<Route> first(String method, RequestPath path) {
    if (path.segments().size() <= FIRST_SERVICE_PATH_SEGMENT
        || !path.text().startsWith(Route.PREFIX)) {
      return Optional.empty();
    }
    return first(
        path.segments().get(SERVICE_SEGMENT),
        method,
        path.segments().subList(FIRST_SERVICE_PATH_SEGMENT, path.segments().size()));
  }

  private Optional<Route> first(String service, String method, List<String> servicePath) {
    return routes.stream()
        .filter(route -> route.methods().contains(method) && route.takes(service, servicePath))
        .findFirst();
  }

  private static boolean open(Route route) {
    return route.access() != Access.CLOSED;
  }

  /** The methods that would find a route at this path; empty if the path is unknown. */
  public Set<String> methodsAt(RequestPath path) {
    Set<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      for (String method : route.methods()) {
        if (find(method, path).isPresent()) {
          allowed.add(method);
        }
      }
    }
    return allowed;
  }

  /** The services the table leads to, in the order of the table. */
  public List<String> services() {
    return routes.stream().map(Route::service).distinct().toList();
  }
}
