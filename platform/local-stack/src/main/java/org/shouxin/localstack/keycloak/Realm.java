package org.shouxin.localstack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity provider's realm {@code shouxin}. There is one source, the production file; the
 * local realm is that file with a small overlay: addresses on this machine, demo staff, and the
 * story's client, the only one with a password grant.
 */
public final class Realm {
  private static final String PRODUCTION = "/realm/shouxin-realm.json";
  private static final String OVERLAY = "/realm/local-overlay.json";
  private static final List<String> KEYS = List.of("clientId", "username", "client", "name");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Realm() {}

  /** The realm as it is deployed; secrets are placeholders of environment variables. */
  public static ObjectNode production() {
    return read(PRODUCTION);
  }

  /** The realm of a local stack. */
  public static ObjectNode local() {
    return merge(production(), read(OVERLAY));
  }

  /**
   * The base with the overlay laid over it: objects field by field; arrays of named objects element
   * by element, new names added; everything else replaced.
   */
  static ObjectNode merge(ObjectNode base, ObjectNode overlay) {
    ObjectNode merged = base.deepCopy();
    for (Map.Entry<String, JsonNode> field : overlay.properties()) {
      JsonNode before = merged.get(field.getKey());
      JsonNode laid = field.getValue();
      if (before instanceof ObjectNode object && laid instanceof ObjectNode over) {
        merged.set(field.getKey(), merge(object, over));
      } else if (before instanceof ArrayNode array && isNamed(laid)) {
        merged.set(field.getKey(), mergeNamed(array, (ArrayNode) laid));
      } else {
        merged.set(field.getKey(), laid.deepCopy());
      }
    }
    return merged;
  }

  private static ArrayNode mergeNamed(ArrayNode base, ArrayNode overlay) {
    ArrayNode merged = base.deepCopy();
    for (JsonNode laid : overlay) {
      String name = name(laid).orElseThrow();
      int index = indexOf(merged, name);
      if (index < 0) {
        merged.add(laid.deepCopy());
      } else {
        merged.set(index, merge((ObjectNode) merged.get(index), (ObjectNode) laid));
      }
    }
    return merged;
  }

  private static int indexOf(ArrayNode array, String name) {
    for (int i = 0; i < array.size(); i++) {
      if (name(array.get(i)).filter(name::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNamed(JsonNode node) {
    return node.isArray() && !node.isEmpty() && name(node.get(0)).isPresent();
  }

  private static Optional<String> name(JsonNode node) {
    return KEYS.stream().filter(node::has).findFirst().map(key -> node.get(key).asText());
  }

  private static ObjectNode read(String resource) {
    try (InputStream file = Realm.class.getResourceAsStream(resource)) {
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
