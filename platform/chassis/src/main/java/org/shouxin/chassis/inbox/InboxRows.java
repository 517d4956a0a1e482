package org.shouxin.chassis.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.inbox.EventRecords.Place;
import org.shouxin.chassis.persistence.UnitOfWork;

/** The inbox' two tables, reached through the session of the unit of work. */
@ApplicationScoped
class InboxRows {

  private static final String REMEMBER =
      """
      insert into inbox (consumer, event_id, topic, key, version, ordinal, received_at)
      values (:consumer, :id, :topic, :key, :version, :ordinal, :now) on conflict do nothing""";
  private static final String LOCK =
      """
      insert into inbox_position (consumer, topic, key, version, ordinal, ordinals)
      values (:consumer, :topic, :key, 0, 0, 1)
      on conflict (consumer, topic, key) do update set consumer = excluded.consumer
      returning version, ordinal, ordinals, parked_at is not null""";
  private static final String READ =
      """
      select version, ordinal, ordinals, parked_at is not null from inbox_position
      where consumer = :consumer and topic = :topic and key = :key""";
  private static final String MOVE =
      """
      update inbox_position
      set version = :version, ordinal = :ordinal, ordinals = :ordinals, parked_at = null
      where consumer = :consumer and topic = :topic and key = :key""";
  private static final String PARK =
      """
      insert into inbox_position (consumer, topic, key, version, ordinal, ordinals, parked_at)
      values (:consumer, :topic, :key, 0, 0, 1, :now)
      on conflict (consumer, topic, key) do update
      set parked_at = coalesce(inbox_position.parked_at, excluded.parked_at)
      where (inbox_position.version, inbox_position.ordinal) < (:version, :ordinal)""";
  private static final Position START = new Position(0, 0, 1, false);

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final String consumer;

  InboxRows(
      UnitOfWork unitOfWork,
      Clock clock,
      @ConfigProperty(name = "shouxin.service") String consumer) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.consumer = consumer;
  }

  /** False when the event was seen before. */
  Uni<Boolean> remember(IncomingEvent event) {
    return unitOfWork
        .session()
        .chain(
            session ->
                stream(session.createNativeQuery(REMEMBER), event.topic(), event.key())
                    .setParameter("id", event.id())
                    .setParameter("version", event.version())
                    .setParameter("ordinal", event.ordinal())
                    .setParameter("now", now())
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The stream's position, locked until the transaction ends. */
  Uni<Position> lock(IncomingEvent event) {
    return position(LOCK, event).map(InboxRows::position);
  }

  Uni<Position> read(IncomingEvent event) {
    return position(READ, event).map(row -> row == null ? START : position(row));
  }

  Uni<Void> move(IncomingEvent event, Place place) {
    return unitOfWork
        .session()
        .chain(
            session ->
                stream(session.createNativeQuery(MOVE), event.topic(), event.key())
                    .setParameter("version", place.version())
                    .setParameter("ordinal", place.ordinal())
                    .setParameter("ordinals", place.ordinals())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Marks that the stream waits for a replay of this event. */
  Uni<Void> park(String topic, String key, Place place) {
    return unitOfWork
        .session()
        .chain(
            session ->
                stream(session.createNativeQuery(PARK), topic, key)
                    .setParameter("version", place.version())
                    .setParameter("ordinal", place.ordinal())
                    .setParameter("now", now())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private Uni<Object[]> position(String sql, IncomingEvent event) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(sql, Object[].class)
                    .setParameter("consumer", consumer)
                    .setParameter("topic", event.topic())
                    .setParameter("key", event.key())
                    .getSingleResultOrNull());
  }

  private static Position position(Object[] row) {
    return new Position(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        (Boolean) row[3]);
  }

  private <Q> Mutiny.Query<Q> stream(Mutiny.Query<Q> query, String topic, String key) {
    return query
        .setParameter("consumer", consumer)
        .setParameter("topic", topic)
        .setParameter("key", key);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
