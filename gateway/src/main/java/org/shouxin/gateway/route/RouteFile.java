package org.shouxin.gateway.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the route table from YAML and checks it whole: unknown fields, unknown services and rate
 * classes, wide public paths, and entries that an earlier one hides all stop the start.
 */
public final class RouteFile {

  static final int BODY_KB_LIMIT = 16 * 1024;
  static final int WAIT_MS_LIMIT = 120_000;
  private static final int BYTES_PER_KB = 1024;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private RouteFile() {}

  /** What the file holds: values for entries that leave a field out, and the entries. */
  record Content(Entry defaults, List<Entry> routes) {}

  /** One entry as written. */
  record Entry(
      String service,
      List<String> methods,
      String path,
      Access access,
      String rate,
      Integer bodyKbMax,
      Integer firstByteMsMax,
      Integer idleMsMax) {

    Entry over(Entry defaults) {
      return new Entry(
          service,
          methods == null ? defaults.methods : methods,
          path,
          access == null ? defaults.access : access,
          rate == null ? defaults.rate : rate,
          bodyKbMax == null ? defaults.bodyKbMax : bodyKbMax,
          firstByteMsMax == null ? defaults.firstByteMsMax : firstByteMsMax,
          idleMsMax == null ? defaults.idleMsMax : idleMsMax);
    }
  }

  /**
   * Reads a table.
   *
   * @param source its name for the error message
   * @param services the services whose upstream address is known
   * @param rates the rate classes that exist
   */
  public static RouteTable read(
      String source, String yaml, Set<String> services, Set<String> rates) {
    Content content = parse(source, yaml);
    List<String> faults = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < content.routes.size(); i++) {
      Entry entry = content.routes.get(i).over(content.defaults);
      String name = "routes[" + i + "] (" + entry.service + " " + entry.path + ")";
      List<String> own = faultsOf(entry, services, rates);
      own.forEach(fault -> faults.add(name + ": " + fault));
      if (own.isEmpty()) {
        Route route = route(entry);
        hiddenBy(route, routes)
            .forEach(earlier -> faults.add(name + ": never reached, hidden by " + earlier.label()));
        routes.add(route);
      }
    }
    if (!faults.isEmpty()) {
      throw new BadRouteTable(source, faults);
    }
    return new RouteTable(routes);
  }

  private static Content parse(String source, String yaml) {
    try {
      Content content = YAML.readValue(yaml, Content.class);
      if (content == null || content.defaults == null || content.routes == null) {
        throw new BadRouteTable(source, List.of("'defaults' and 'routes' are needed"));
      }
      if (content.routes.isEmpty() || content.routes.contains(null)) {
        throw new BadRouteTable(source, List.of("'routes' is empty or has an empty entry"));
      }
      return content;
    } catch (JacksonException e) {
      throw new BadRouteTable(source, List.of(e.getMessage()));
    }
  }

  private static List<String> faultsOf(Entry entry, Set<String> services, Set<String> rates) {
    List<String> faults = new ArrayList<>();
    if (!services.contains(entry.service)) {
      faults.add("no address shouxin.peers." + entry.service + ".url");
    }
    if (entry.methods == null || entry.methods.isEmpty() || !METHODS.containsAll(entry.methods)) {
      faults.add("methods " + entry.methods + " must be some of " + METHODS);
    }
    if (!rates.contains(entry.rate)) {
      faults.add("unknown rate class '" + entry.rate + "'");
    }
    if (entry.access == null) {
      faults.add("access is missing");
    }
    bounds(faults, "body_kb_max", entry.bodyKbMax, 0, BODY_KB_LIMIT);
    bounds(faults, "first_byte_ms_max", entry.firstByteMsMax, 1, WAIT_MS_LIMIT);
    bounds(faults, "idle_ms_max", entry.idleMsMax, 1, WAIT_MS_LIMIT);
    try {
      if (!PathPattern.of(entry.path).exact() && entry.access == Access.PUBLIC) {
        faults.add("a public path has no wildcard");
      }
    } catch (IllegalArgumentException e) {
      faults.add(e.getMessage());
    }
    return faults;
  }

  private static void bounds(List<String> faults, String field, Integer value, int min, int max) {
    if (value == null || value < min || value > max) {
      faults.add(field + " must be from " + min + " to " + max);
    }
  }

  private static List<Route> hiddenBy(Route route, List<Route> earlier) {
    return earlier.stream()
        .filter(
            other ->
                other.service().equals(route.service())
                    && other.methods().containsAll(route.methods())
                    && other.path().covers(route.path()))
        .limit(1)
        .toList();
  }

  private static Route route(Entry entry) {
    return new Route(
        entry.service,
        Set.copyOf(entry.methods),
        PathPattern.of(entry.path),
        entry.access,
        entry.rate,
        (long) entry.bodyKbMax * BYTES_PER_KB,
        Duration.ofMillis(entry.firstByteMsMax),
        Duration.ofMillis(entry.idleMsMax));
  }
}
