package org.shouxin.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.json.Json;

/**
 * An event as it came from a topic.
 *
 * @param type dotted, versioned name; a consumer ignores the types it does not know
 * @param version the stream's version, from 1 without a gap
 * @param ordinal the place within the version, from 0
 */
public record IncomingEvent(
    UUID id,
    String topic,
    String key,
    String type,
    long version,
    int ordinal,
    Instant occurredAt,
    JsonNode payload) {

  /** The payload as the consumer's own record; fields it does not know are ignored. */
  public <T> T as(Class<T> type) {
    try {
      return Json.tolerant().treeToValue(payload, type);
    } catch (JsonProcessingException notThatShape) {
      throw new IllegalArgumentException(
          "payload of " + this.type + " is not a " + type.getSimpleName(), notThatShape);
    }
  }
}
