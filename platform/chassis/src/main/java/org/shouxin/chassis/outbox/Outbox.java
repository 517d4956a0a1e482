package org.shouxin.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
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

  private static final String NEXT_VERSION =
      """
      insert into outbox_stream (topic, key, version) values (:topic, :key, 1)
      on conflict (topic, key) do update set version = outbox_stream.version + 1
      returning version""";
  private static final String INSERT =
      """
      insert into outbox (id, shard, topic, key, aggregate_version, ordinal, type, payload, headers,
        occurred_at)
      values (:id, :shard, :topic, :key, :version, :ordinal, :type, :payload, :headers, :occurredAt)""";

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
   * Appends in the order given; streams are locked in a fixed order, so that two never deadlock.
   */
  public Uni<Void> append(List<OutgoingEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<Stream, List<OutgoingEvent>> streams = new TreeMap<>();
    events.forEach(
        event ->
            streams
                .computeIfAbsent(new Stream(event.topic(), event.key()), s -> new ArrayList<>())
                .add(event));
    return unitOfWork
        .session()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(streams.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        stream -> append(session, stream.getKey(), stream.getValue()))
                    .collect()
                    .last())
        .invoke(() -> unitOfWork.afterCommit(signal::raise))
        .replaceWithVoid();
  }

  private Uni<Void> append(Mutiny.Session session, Stream stream, List<OutgoingEvent> events) {
    return session
        .createNativeQuery(NEXT_VERSION, Long.class)
        .setParameter("topic", stream.topic())
        .setParameter("key", stream.key())
        .getSingleResult()
        .chain(
            version ->
                Multi.createFrom()
                    .range(0, events.size())
                    .onItem()
                    .transformToUniAndConcatenate(
                        ordinal ->
                            insert(session, events.get(ordinal), version, ordinal, events.size()))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Integer> insert(
      Mutiny.Session session, OutgoingEvent event, long version, int ordinal, int ordinals) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", ids.next())
        .setParameter("shard", shard(event.key()))
        .setParameter("topic", event.topic())
        .setParameter("key", event.key())
        .setParameter("version", version)
        .setParameter("ordinal", ordinal)
        .setParameter("type", event.type())
        .setParameter("payload", json(event.payload()))
        .setParameter("headers", json(headers(ordinals)))
        .setParameter("occurredAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .executeUpdate();
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

  private record Stream(String topic, String key) implements Comparable<Stream> {
    @Override
    public int compareTo(Stream other) {
      int byTopic = topic.compareTo(other.topic);
      return byTopic != 0 ? byTopic : key.compareTo(other.key);
    }
  }
}
