package org.shouxin.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Events leave with the change they tell of: rows written through the same session and transaction,
 * sent later by the relay.
 *
 * <p>Each call gives the events of one topic and key the next version of that stream, without a
 * gap, and numbers them within it from 0. The version comes from a row of {@code outbox_stream}
 * that stays locked until the commit. So two transactions on one stream write their outbox rows one
 * after the other, and {@code seq}, given at the insert, ascends in commit order within a key: the
 * relay, which reads by {@code seq}, can never see a later event of a key while an earlier one is
 * still uncommitted. Across keys that does not hold and nobody needs it.
 */
@ApplicationScoped
public class Outbox {

  static final int SHARDS = 8;

  private static final String APPEND =
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
        $9
      from unnest($3::uuid[], $4::smallint[], $1::text[], $2::text[], $5::integer[], $6::text[],
          $7::text[], $8::text[]) with ordinality
        as e (id, shard, topic, key, ordinal, type, payload, headers, place)
      join stream on stream.topic = e.topic and stream.key = e.key
      order by e.place""";

  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;
  private final OutboxSignal signal;

  Outbox(UnitOfWork unitOfWork, Ids ids, Clock clock, OutboxSignal signal) {
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.signal = signal;
  }

  public Uni<Void> append(OutgoingEvent... events) {
    return append(List.of(events));
  }

  /**
   * Appends in the order given, however many, by one statement; streams are locked in a fixed
   * order, so that two never deadlock.
   */
  public Uni<Void> append(List<OutgoingEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .change(APPEND, columns(events))
        .invoke(() -> unitOfWork.afterCommit(signal::raise))
        .replaceWithVoid();
  }

  private Object[] columns(List<OutgoingEvent> events) {
    Map<Stream, Integer> lengths = new HashMap<>();
    int size = events.size();
    Integer[] ordinals = new Integer[size];
    for (int i = 0; i < size; i++) {
      ordinals[i] = lengths.merge(Stream.of(events.get(i)), 1, Integer::sum) - 1;
    }
    return new Object[] {
      column(events, String[]::new, OutgoingEvent::topic),
      column(events, String[]::new, OutgoingEvent::key),
      column(events, UUID[]::new, event -> ids.next()),
      column(events, Short[]::new, event -> shard(event.key())),
      ordinals,
      column(events, String[]::new, OutgoingEvent::type),
      column(events, String[]::new, event -> json(event.payload())),
      column(events, String[]::new, event -> json(headers(lengths.get(Stream.of(event))))),
      OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
    };
  }

  private static <T> T[] column(
      List<OutgoingEvent> events, IntFunction<T[]> array, Function<OutgoingEvent, T> value) {
    return events.stream().map(value).toArray(array);
  }

  static short shard(String key) {
    return (short) Math.floorMod(key.hashCode(), SHARDS);
  }

  private static Map<String, String> headers(int ordinals) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ordinals", Integer.toString(ordinals));
    GlobalOpenTelemetry.getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), headers, Map::put);
    return headers;
  }

  private static String json(Object value) {
    try {
      return Json.strict().writeValueAsString(value);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not representable as JSON", notJson);
    }
  }

  private record Stream(String topic, String key) {
    static Stream of(OutgoingEvent event) {
      return new Stream(event.topic(), event.key());
    }
  }
}
