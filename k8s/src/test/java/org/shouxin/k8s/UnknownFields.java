package org.shouxin.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds fields the API does not know. The object model takes them in silence as additional
 * properties, so every object is walked; operators' objects, which it holds as plain trees, are
 * compared with the fields listed in {@code operator-fields.json}.
 */
final class UnknownFields {
  private static final JsonNode OPERATOR_FIELDS = operatorFields();

  private UnknownFields() {}

  static List<String> in(HasMetadata object) {
    List<String> found = new ArrayList<>();
    String at = object.getKind() + "/" + object.getMetadata().getName();
    if (object instanceof GenericKubernetesResource generic) {
      JsonNode known = OPERATOR_FIELDS.get(generic.getApiVersion() + "/" + generic.getKind());
      if (known == null) {
        found.add(at + ": kind is not known");
      } else {
        compare(generic.getAdditionalProperties(), known, at, found);
      }
    } else {
      walk(object, at, found);
    }
    return found;
  }

  private static void compare(Object value, JsonNode known, String at, List<String> found) {
    if (value instanceof Map<?, ?> map && known.isObject()) {
      map.forEach(
          (field, child) -> {
            JsonNode next = known.has("*") ? known.get("*") : known.get(field.toString());
            if (next == null) {
              found.add(at + "." + field);
            } else {
              compare(child, next, at + "." + field, found);
            }
          });
    } else if (value instanceof Collection<?> items && known.isArray()) {
      items.forEach(item -> compare(item, known.get(0), at + "[]", found));
    } else if (!known.isTextual() || !matches(value, known.asText())) {
      found.add(at + " should be " + known);
    }
  }

  private static boolean matches(Object value, String type) {
    return switch (type) {
      case "any" -> true;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "boolean" -> value instanceof Boolean;
      case "scalar" -> !(value instanceof Map) && !(value instanceof Collection);
      default -> throw new IllegalStateException("operator-fields.json: unknown type " + type);
    };
  }

  private static void walk(Object object, String at, List<String> found) {
    if (object instanceof Collection<?> items) {
      items.forEach(item -> walk(item, at + "[]", found));
      return;
    }
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> walk(value, at + "." + key, found));
      return;
    }
    if (object == null || !object.getClass().getName().startsWith("io.fabric8.")) {
      return;
    }
    for (Method method : object.getClass().getMethods()) {
      if (method.getParameterCount() != 0 || !method.getName().startsWith("get")) {
        continue;
      }
      Object value = read(object, method);
      if (method.getName().equals("getAdditionalProperties")) {
        ((Map<?, ?>) value).keySet().forEach(field -> found.add(at + "." + field));
      } else {
        walk(value, at + "." + method.getName().substring(3), found);
      }
    }
  }

  private static Object read(Object object, Method method) {
    try {
      return method.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + method, e);
    }
  }

  private static JsonNode operatorFields() {
    try (InputStream in = UnknownFields.class.getResourceAsStream("/operator-fields.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
