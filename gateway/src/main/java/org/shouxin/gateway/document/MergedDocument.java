package org.shouxin.gateway.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouxin.gateway.route.Access;
import org.shouxin.gateway.route.Route;
import org.shouxin.gateway.route.RouteTable;

/**
 * One OpenAPI document of all services as a caller of the gateway sees them: paths carry the
 * gateway's prefix, component names the service's name, and operations without an open route are
 * left out.
 */
final class MergedDocument {

  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");
  private static final String LOCAL_REFERENCE = "#/components/";
  private static final String SECURITY_SCHEMES = "securitySchemes";
  private static final String BEARER = "bearer";

  private final RouteTable table;
  private final JsonObject paths = new JsonObject();
  private final JsonObject components = new JsonObject();
  private final JsonArray tags = new JsonArray();
  private final JsonObject states = new JsonObject();

  MergedDocument(RouteTable table) {
    this.table = table;
  }

  /** How good a service's part of the document is. */
  enum State {
    CURRENT,
    STALE,
    UNAVAILABLE
  }

  /** Adds a service's own document. */
  void add(String service, State state, JsonObject document) {
    note(service, state);
    object(document, "paths")
        .ifPresent(
            own ->
                own.forEach(path -> addPath(service, path.getKey(), (JsonObject) path.getValue())));
    object(document, "components")
        .ifPresent(
            own ->
                own.forEach(
                    section ->
                        addSection(service, section.getKey(), (JsonObject) section.getValue())));
  }

  /** Says that a service's document could not be read. */
  void missing(String service) {
    note(service, State.UNAVAILABLE);
  }

  private void note(String service, State state) {
    states.put(service, state.name());
    JsonObject tag = new JsonObject().put("name", service);
    if (state != State.CURRENT) {
      tag.put("description", state.name());
    }
    tags.add(tag);
  }

  private void addPath(String service, String path, JsonObject item) {
    JsonObject open = new JsonObject();
    List<String> segments =
        Arrays.asList(path.replaceAll("\\{[^/]*}", "x").substring(1).split("/", -1));
    item.forEach(
        member -> {
          String name = member.getKey();
          if (!METHODS.contains(name)) {
            if (!name.equals("servers")) {
              open.put(name, renamed(service, member.getValue()));
            }
            return;
          }
          table
              .find(service, name.toUpperCase(Locale.ROOT), segments)
              .ifPresent(route -> open.put(name, operation(service, route, member.getValue())));
        });
    if (METHODS.stream().anyMatch(open::containsKey)) {
      paths.put(Route.PREFIX + service + path, open);
    }
  }

  private static JsonObject operation(String service, Route route, Object own) {
    JsonObject operation = (JsonObject) renamed(service, own);
    operation.remove("servers");
    operation.put("tags", new JsonArray().add(service));
    String id = operation.getString("operationId");
    if (id != null) {
      operation.put("operationId", service + "_" + id);
    }
    boolean open = route.access() == Access.PUBLIC;
    operation.put(
        "security",
        open
            ? new JsonArray()
            : new JsonArray().add(new JsonObject().put(BEARER, new JsonArray())));
    return operation;
  }

  private void addSection(String service, String section, JsonObject own) {
    if (section.equals(SECURITY_SCHEMES)) {
      return;
    }
    if (!components.containsKey(section)) {
      components.put(section, new JsonObject());
    }
    JsonObject all = components.getJsonObject(section);
    own.forEach(
        component ->
            all.put(named(service, component.getKey()), renamed(service, component.getValue())));
  }

  private static String named(String service, String component) {
    return Character.toUpperCase(service.charAt(0)) + service.substring(1) + "_" + component;
  }

  /** A copy in which references into components lead to the renamed ones. */
  private static Object renamed(String service, Object value) {
    if (value instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object.forEach(member -> copy.put(member.getKey(), renamed(service, member.getValue())));
      return copy;
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(item -> copy.add(renamed(service, item)));
      return copy;
    }
    if (value instanceof String text && text.startsWith(LOCAL_REFERENCE)) {
      int name = text.indexOf('/', LOCAL_REFERENCE.length()) + 1;
      return name == 0 ? text : text.substring(0, name) + named(service, text.substring(name));
    }
    return value;
  }

  private static Optional<JsonObject> object(JsonObject document, String member) {
    return document.getValue(member) instanceof JsonObject found
        ? Optional.of(found)
        : Optional.empty();
  }

  /** True if every service's part is current. */
  boolean complete() {
    return states.stream().map(Map.Entry::getValue).allMatch(State.CURRENT.name()::equals);
  }

  JsonObject build() {
    components.put(
        SECURITY_SCHEMES,
        new JsonObject()
            .put(
                BEARER,
                new JsonObject()
                    .put("type", "http")
                    .put("scheme", "bearer")
                    .put("bearerFormat", "JWT")));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put(
            "info",
            new JsonObject()
                .put("title", "Shouxin")
                .put("version", "v1")
                .put("description", description())
                .put("x-services", states))
        .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
        .put("tags", tags)
        .put("paths", paths)
        .put("components", components);
  }

  private String description() {
    StringBuilder text = new StringBuilder("The services of the lending suite behind one gateway.");
    states.forEach(
        state -> {
          if (state.getValue().equals(State.UNAVAILABLE.name())) {
            text.append(" The document of ").append(state.getKey());
            text.append(" is missing: the service could not be reached.");
          } else if (state.getValue().equals(State.STALE.name())) {
            text.append(" The document of ").append(state.getKey());
            text.append(" is an earlier copy: the service could not be reached.");
          }
        });
    return text.toString();
  }
}
