package org.shouxin.servicing.calendar.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shouxin.chassis.persistence.Statement;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.BusinessDays;

@ApplicationScoped
public class SqlBusinessDays implements BusinessDays {

  private static final String CURRENT = "select day from business_day where state <> 'CLOSED'";

  /** Class of the advisory locks that keep the day; postings share it, the close has it alone. */
  private static final int DAY_LOCK = 1001;

  /** The lock first: what is read after it has come is not older than it. */
  private static final List<Statement> POSTING_DAY =
      List.of(
          new Statement("select 1 from pg_advisory_xact_lock_shared($1, 0)", DAY_LOCK),
          new Statement(CURRENT));

  private static final String LOCK_DAY = "select 1 from pg_advisory_xact_lock($1, 0)";
  private static final String FIND =
      """
      select d.day, d.state, d.opened_at, d.closed_at, coalesce(sum(p.loans_turned), 0),
        coalesce(sum(p.debits_ordered), 0), coalesce(sum(p.reminders_planned), 0),
        count(p.partition), count(*) filter (where p.state = 'DONE'),
        coalesce(sum(p.loans_due) - sum(p.loans_turned), 0), min(p.started_at)
      from business_day d left join day_partition p on p.day = d.day
      where d.day = :day group by d.day""";
  private static final String START =
      "update business_day set state = 'CLOSING' where day = :day and state <> 'CLOSED'";
  private static final String HOLD =
      "select day from business_day where day = :day and state = 'CLOSING' for update";
  private static final String CLOSE =
      """
      update business_day set state = 'CLOSED', closed_at = :now
      where day = :day and state = 'CLOSING'""";
  private static final String OPEN =
      "insert into business_day (day, state, opened_at) values (:day, 'OPEN', :now)";

  private final UnitOfWork work;
  private final Clock clock;

  SqlBusinessDays(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<LocalDate> current() {
    return work.session()
        .chain(s -> s.createNativeQuery(CURRENT, LocalDate.class).getSingleResult());
  }

  @Override
  public Uni<LocalDate> postingDay() {
    return work.rows(POSTING_DAY).map(rows -> (LocalDate) rows.get(1).get(0)[0]);
  }

  @Override
  public Uni<Optional<BusinessDay>> find(LocalDate date) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(FIND, Object[].class)
                    .setParameter("day", date)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(this::day));
  }

  @Override
  public Uni<Boolean> startClosing(LocalDate date) {
    return work.session()
        .chain(s -> s.createNativeQuery(START).setParameter("day", date).executeUpdate())
        .map(changed -> changed == 1);
  }

  @Override
  public Uni<Boolean> holdClosing(LocalDate date) {
    return work.rows(LOCK_DAY, DAY_LOCK)
        .chain(work::session)
        .chain(
            s ->
                s.createNativeQuery(HOLD, LocalDate.class)
                    .setParameter("day", date)
                    .getSingleResultOrNull())
        .map(Objects::nonNull);
  }

  @Override
  public Uni<Void> close(LocalDate date) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(CLOSE)
                    .setParameter("day", date)
                    .setParameter("now", now)
                    .executeUpdate()
                    .chain(
                        () ->
                            s.createNativeQuery(OPEN)
                                .setParameter("day", date.plusDays(1))
                                .setParameter("now", now)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  private BusinessDay day(Object[] row) {
    BusinessDay.State state = BusinessDay.State.valueOf((String) row[1]);
    return new BusinessDay(
        (LocalDate) row[0],
        state,
        instant(row[2]),
        instant(row[3]),
        count(row[4]),
        count(row[5]),
        count(row[6]),
        state == BusinessDay.State.CLOSING ? progress(row) : null);
  }

  private BusinessDay.Progress progress(Object[] row) {
    int done = count(row[4]);
    int left = Math.max(0, count(row[9]));
    Instant started = instant(row[10]);
    Instant now = clock.instant();
    long seconds = started == null ? 0 : Math.max(1, Duration.between(started, now).toSeconds());
    int rate = seconds == 0 ? 0 : (int) (done / seconds);
    return new BusinessDay.Progress(
        count(row[7]),
        count(row[8]),
        done,
        left,
        rate,
        rate == 0 ? null : now.plusSeconds(left / rate));
  }

  private static int count(Object column) {
    return ((Number) column).intValue();
  }

  private static Instant instant(Object column) {
    return column == null ? null : ((OffsetDateTime) column).toInstant();
  }
}
