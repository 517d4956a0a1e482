package org.shouxin.chassis.outbox;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Events leave with the change they tell of: rows written in the same transaction, sent later by
 * the relay.
 *
 * <p>A transaction gives its events of one topic and key the next version of that stream, without a
 * gap, and numbers them within it from 0. The version comes from a row of {@code outbox_stream}
 * that stays locked until the commit. So two transactions on one stream write their outbox rows one
 * after the other, and {@code seq}, given at the insert, ascends in commit order within a key: the
 * relay, which reads by {@code seq}, can never see a later event of a key while an earlier one is
 * still uncommitted. Across keys that does not hold and nobody needs it.
 */
@ApplicationScoped
public class Outbox {

  static final int SHARDS = 8;

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

  /** Appends in the order given; the rows are written when the unit's work is done. */
  public Uni<Void> append(List<OutgoingEvent> events) {
    return Uni.createFrom()
        .item(
            () -> {
              events.forEach(this::add);
              return null;
            });
  }

  private void add(OutgoingEvent event) {
    unitOfWork
        .collected(Outbox.class, this::rows)
        .add(ids.next(), event, trace(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private OutboxRows rows() {
    unitOfWork.afterCommit(signal::raise);
    return new OutboxRows();
  }

  static short shard(String key) {
    return (short) Math.floorMod(key.hashCode(), SHARDS);
  }

  private static Map<String, String> trace() {
    Map<String, String> headers = new LinkedHashMap<>();
    GlobalOpenTelemetry.getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), headers, Map::put);
    return headers;
  }
}
