package org.shouxin.servicing.payment.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.payment.model.DebitFile;
import org.shouxin.servicing.payment.model.DebitFile.Written;

/** The two ways a debit file is written: a JSON object a line, or CSV with a header (RFC 4180). */
final class DebitFileText {

  private static final char QUOTE = '"';

  private DebitFileText() {}

  static DebitFile ndjson(String text) {
    List<Written> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Written(number, object(number, line)));
      }
    }
    return DebitFile.of(lines);
  }

  private static Map<String, String> object(int number, String line) {
    try {
      JsonNode object = Json.tolerant().readTree(line);
      if (!object.isObject()) {
        throw broken(number, "not a JSON object");
      }
      Map<String, String> fields = new HashMap<>();
      object.properties().forEach(field -> put(number, fields, field));
      return fields;
    } catch (JsonProcessingException notJson) {
      throw broken(number, "not JSON");
    }
  }

  private static void put(
      int number, Map<String, String> fields, Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    if ("collected".equals(field.getKey()) && value.isObject()) {
      value.properties().forEach(part -> putPart(number, fields, part));
    } else if (value.isTextual()) {
      fields.put(field.getKey(), value.textValue());
    } else if (!value.isNull()) {
      throw new Invalid(
          List.of(DebitFile.fault(number, field.getKey(), "DEBIT_FILE_LINE", "not a text")));
    }
  }

  private static void putPart(
      int number, Map<String, String> fields, Map.Entry<String, JsonNode> part) {
    String name = "amount".equals(part.getKey()) ? "collected" : part.getKey();
    if (!part.getValue().isTextual()) {
      throw new Invalid(
          List.of(DebitFile.fault(number, "collected", "DEBIT_FILE_AMOUNT", "money is two texts")));
    }
    fields.put(name, part.getValue().textValue());
  }

  static DebitFile csv(String text) {
    List<Written> lines = new ArrayList<>();
    List<String> header = null;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = cells(number, line.endsWith("\r") ? chop(line) : line);
      if (header == null) {
        header = cells;
      } else if (cells.size() != header.size()) {
        throw broken(number, "has " + cells.size() + " fields, the header " + header.size());
      } else {
        lines.add(new Written(number, named(header, cells)));
      }
    }
    return DebitFile.of(lines);
  }

  private static String chop(String line) {
    return line.substring(0, line.length() - 1);
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        fields.put(header.get(i), cells.get(i));
      }
    }
    return fields;
  }

  private static List<String> cells(int number, String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == QUOTE && quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
        cell.append(QUOTE);
        i++;
      } else if (c == QUOTE && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().trim());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw broken(number, "a quote is not closed");
    }
    cells.add(cell.toString().trim());
    return cells;
  }

  private static Invalid broken(int line, String detail) {
    return new Invalid(List.of(DebitFile.fault(line, "", "DEBIT_FILE_LINE", detail)));
  }
}
