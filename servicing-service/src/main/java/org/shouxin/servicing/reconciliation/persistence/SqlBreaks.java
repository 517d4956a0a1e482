package org.shouxin.servicing.reconciliation.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.reconciliation.BreakKind;
import org.shouxin.servicing.reconciliation.Breaks;

@ApplicationScoped
public class SqlBreaks implements Breaks {

  private static final String BREAK =
      """
      select id, kind, state, bank_reference, order_id, bank_minor, books_minor, currency, note,
        decided_by, decided_at, found_at
      from statement_break""";
  private static final String PAGE =
      BREAK
          + """
           where id > :after and (cast(:state as text) is null or state = :state)
          order by id limit :limit""";
  private static final String LOCKED = BREAK + " where id = :id for update";
  private static final String DECIDE =
      """
      update statement_break set state = :state, note = :note, decided_by = :by, decided_at = :now,
        posting_group_id = cast(:group as uuid)
      where id = :id""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlBreaks(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<List<Break>> page(State stateOrNull, UUID after, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, Object[].class)
                    .setParameter("after", after)
                    .setParameter("state", stateOrNull == null ? null : stateOrNull.name())
                    .setParameter("limit", limit)
                    .getResultList())
        .map(rows -> rows.stream().map(SqlBreaks::read).toList());
  }

  @Override
  public Uni<Optional<Break>> locked(UUID breakId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(LOCKED, Object[].class)
                    .setParameter("id", breakId)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(SqlBreaks::read));
  }

  @Override
  public Uni<Void> decide(UUID breakId, State state, String note, String by, UUID groupIdOrNull) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(DECIDE)
                    .setParameter("state", state.name())
                    .setParameter("note", note)
                    .setParameter("by", by)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .setParameter("group", groupIdOrNull == null ? null : groupIdOrNull.toString())
                    .setParameter("id", breakId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Break read(Object[] row) {
    String currency = (String) row[7];
    return new Break(
        (UUID) row[0],
        BreakKind.valueOf((String) row[1]),
        State.valueOf((String) row[2]),
        (String) row[3],
        (UUID) row[4],
        Money.ofMinor(((Number) row[5]).longValue(), currency),
        Money.ofMinor(((Number) row[6]).longValue(), currency),
        (String) row[8],
        (String) row[9],
        instant(row[10]),
        instant(row[11]));
  }

  private static Instant instant(Object column) {
    return column == null ? null : ((OffsetDateTime) column).toInstant();
  }
}
