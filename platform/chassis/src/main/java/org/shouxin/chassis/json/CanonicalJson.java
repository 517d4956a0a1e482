package org.shouxin.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/**
 * One byte sequence per value: UTF-8, members sorted by name (UTF-16 order), no white space. What
 * is hashed, signed or compared byte for byte goes through here. Decimals are texts in our JSON, so
 * the number formatting of RFC 8785 does not arise.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  public static byte[] bytes(Object value) {
    try {
      JsonNode tree = Json.strict().valueToTree(value);
      return Json.strict().writeValueAsBytes(sorted(tree));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not representable as JSON", notJson);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      object.properties().forEach(m -> members.put(m.getKey(), sorted(m.getValue())));
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      members.forEach(result::set);
      return result;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return node;
  }
}
