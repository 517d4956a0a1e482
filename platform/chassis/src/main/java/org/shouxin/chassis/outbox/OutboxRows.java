package org.shouxin.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.persistence.Collected;
import org.shouxin.chassis.persistence.Statement;

/**
 * The events of one transaction, written by one statement however many they are. Streams are locked
 * in a fixed order, so that two transactions never deadlock.
 */
final class OutboxRows implements Collected {

  private static final String ORDINALS = "ordinals";
  private static final String INSERT =
      """
      with stream as (
        insert into outbox_stream (topic, key, version)
        select distinct topic, key, 1 from unnest($1::text[], $2::text[]) as named (topic, key)
        order by topic, key
        on conflict (topic, key) do update set version = outbox_stream.version + 1
        returning topic, key, version)
      insert into outbox (id, shard, topic, key, aggregate_version, ordinal, type, payload, headers,
        occurred_at)
      select e.id, e.shard, e.topic, e.key, stream.version, e.ordinal, e.type, e.payload, e.headers,
        e.at
      from unnest($3::uuid[], $4::smallint[], $1::text[], $2::text[], $5::integer[], $6::text[],
          $7::text[], $8::text[], $9::timestamptz[]) with ordinality
        as e (id, shard, topic, key, ordinal, type, payload, headers, at, place)
      join stream on stream.topic = e.topic and stream.key = e.key
      order by e.place""";

  private final List<Row> rows = new ArrayList<>();
  private final Map<Stream, Integer> lengths = new HashMap<>();

  /** An event, its place in what the transaction tells of its stream, and what goes with it. */
  private record Row(
      UUID id,
      Stream stream,
      int ordinal,
      String type,
      String payload,
      Map<String, String> headers,
      OffsetDateTime at) {}

  private record Stream(String topic, String key) {}

  void add(UUID id, OutgoingEvent event, Map<String, String> headers, OffsetDateTime at) {
    Stream stream = new Stream(event.topic(), event.key());
    int ordinal = lengths.merge(stream, 1, Integer::sum) - 1;
    String payload = json(event.payload());
    rows.add(new Row(id, stream, ordinal, event.type(), payload, headers, at));
  }

  @Override
  public List<Statement> statements() {
    return List.of(
        new Statement(
            INSERT,
            column(String[]::new, row -> row.stream().topic()),
            column(String[]::new, row -> row.stream().key()),
            column(UUID[]::new, Row::id),
            column(Short[]::new, row -> Outbox.shard(row.stream().key())),
            column(Integer[]::new, Row::ordinal),
            column(String[]::new, Row::type),
            column(String[]::new, Row::payload),
            column(String[]::new, this::headers),
            column(OffsetDateTime[]::new, Row::at)));
  }

  private String headers(Row row) {
    row.headers().put(ORDINALS, Integer.toString(lengths.get(row.stream())));
    return json(row.headers());
  }

  private static String json(Object value) {
    try {
      return Json.strict().writeValueAsString(value);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not representable as JSON", notJson);
    }
  }

  private <T> T[] column(IntFunction<T[]> array, Function<Row, T> value) {
    return rows.stream().map(value).toArray(array);
  }
}
