package org.shouxin.localstack.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The published description of every event, {@code contracts/asyncapi.yaml}, held against records
 * as they really stand on the topics: type known, told on its own topic, headers and payload by
 * their JSON Schemas.
 *
 * <p>Stricter than a consumer may be: a member that the description does not name is a breach here,
 * so that the description cannot fall behind the code.
 */
final class EventContracts {

  private static final String DESCRIPTION = "/asyncapi.yaml";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private static final JsonMetaSchema WITH_COMPONENTS =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012())
          .keyword(new NonValidationKeyword("components"))
          .build();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012, builder -> builder.metaSchema(WITH_COMPONENTS));

  /** One message of the description. */
  private record Message(String topic, JsonSchema headers, JsonSchema payload) {}

  private final Map<String, Message> byType = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  private EventContracts(ObjectNode description) {
    close(description);
    JsonNode messages = description.at("/components/messages");
    for (JsonNode channel : description.get("channels")) {
      String topic = channel.get("address").asText();
      for (JsonNode named : channel.get("messages")) {
        String pointer = named.get("$ref").asText().substring(1);
        JsonNode message = description.at(pointer);
        if (message.isMissingNode()) {
          throw new IllegalArgumentException(topic + " names a message that is not there");
        }
        byType.put(
            message.get("name").asText(),
            new Message(
                topic,
                schema(description, pointer + "/headers"),
                schema(description, pointer + "/payload")));
      }
    }
    if (byType.size() != messages.size()) {
      throw new IllegalArgumentException("a message is on no channel, on two, or has no own name");
    }
  }

  /** As published with this build. */
  static EventContracts published() {
    try (InputStream yaml = EventContracts.class.getResourceAsStream(DESCRIPTION)) {
      return of(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static EventContracts of(String yaml) throws IOException {
    return new EventContracts((ObjectNode) new YAMLMapper().readTree(yaml));
  }

  /** What the record breaks of its description; empty when it keeps all of it. */
  Optional<String> breach(ConsumerRecord<String, String> event) {
    String type = Topics.header(event, "type");
    Message message = byType.get(type);
    if (message == null) {
      return Optional.of(event.topic() + ": type '" + type + "' is not described");
    }
    seen.add(type);
    if (!message.topic().equals(event.topic())) {
      return Optional.of(type + ": told on " + event.topic());
    }
    return broken(type + " header", message.headers(), headers(event))
        .or(
            () ->
                payload(event)
                    .map(json -> broken(type, message.payload(), json))
                    .orElseGet(() -> Optional.of(type + ": no JSON")));
  }

  /** How many of the described types were met so far, of how many. */
  String coverage() {
    return seen.size() + " of " + byType.size() + " types";
  }

  private static JsonNode headers(ConsumerRecord<String, String> event) {
    ObjectNode headers = JSON.createObjectNode();
    event.headers().forEach(each -> headers.put(each.key(), Topics.header(event, each.key())));
    return headers;
  }

  private static Optional<JsonNode> payload(ConsumerRecord<String, String> event) {
    try {
      return Optional.ofNullable(event.value()).map(EventContracts::tree);
    } catch (UncheckedIOException notJson) {
      return Optional.empty();
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static Optional<String> broken(String what, JsonSchema schema, JsonNode json) {
    Set<ValidationMessage> breaches = schema.validate(json);
    return breaches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            breaches.stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .collect(Collectors.joining("; ", what + ": ", "")));
  }

  /** The schema at a place of the description, with the description's own parts to refer to. */
  private static JsonSchema schema(ObjectNode description, String pointer) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", "#" + pointer);
    schema.set("components", description.get("components"));
    return SCHEMAS.getSchema(schema, FORMATS_COUNT);
  }

  /** Objects with named members have no others, unless the description says so itself. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.get("properties") instanceof ObjectNode
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(EventContracts::close);
  }
}
