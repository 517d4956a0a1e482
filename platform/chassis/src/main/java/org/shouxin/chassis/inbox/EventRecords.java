package org.shouxin.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.shouxin.chassis.json.Json;

/**
 * Reads the records of the topics; what is not an event fails with {@link
 * IllegalArgumentException}.
 */
final class EventRecords {

  private static final int UNKNOWN = 0;
  private static final TextMapGetter<ConsumerRecord<String, String>> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ConsumerRecord<String, String> record) {
          return Arrays.stream(record.headers().toArray()).map(Header::key).toList();
        }

        @Override
        public String get(ConsumerRecord<String, String> record, String name) {
          Header header = record.headers().lastHeader(name);
          return header == null ? null : text(header);
        }
      };

  private EventRecords() {}

  /** The place of an event in its stream. */
  record Place(long version, int ordinal, int ordinals) {}

  static IncomingEvent event(ConsumerRecord<String, String> record) {
    Place place = place(record);
    if (record.key() == null) {
      throw new IllegalArgumentException("no key");
    }
    try {
      return new IncomingEvent(
          UUID.fromString(header(record, "id")),
          record.topic(),
          record.key(),
          header(record, "type"),
          place.version(),
          place.ordinal(),
          Instant.parse(header(record, "occurred-at")),
          payload(record));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("header occurred-at is not an instant", malformed);
    }
  }

  static Place place(ConsumerRecord<String, String> record) {
    Header ordinals = record.headers().lastHeader("ordinals");
    Place place =
        new Place(
            Long.parseLong(header(record, "aggregate-version")),
            Integer.parseInt(header(record, "ordinal")),
            ordinals == null ? UNKNOWN : Integer.parseInt(text(ordinals)));
    if (place.version() < 1 || place.ordinal() < 0) {
      throw new IllegalArgumentException("headers aggregate-version and ordinal name no place");
    }
    return place;
  }

  /** The trace the event was told in. */
  static Context trace(ConsumerRecord<String, String> record) {
    return GlobalOpenTelemetry.getPropagators()
        .getTextMapPropagator()
        .extract(Context.root(), record, HEADERS);
  }

  private static JsonNode payload(ConsumerRecord<String, String> record) {
    try {
      JsonNode payload = record.value() == null ? null : Json.tolerant().readTree(record.value());
      if (payload == null || !payload.isObject()) {
        throw new IllegalArgumentException("the value is not a JSON object");
      }
      return payload;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("the value is not JSON", malformed);
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("no header " + name);
    }
    return text(header);
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
