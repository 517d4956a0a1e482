package org.shouxin.servicing.calendar.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.BusinessDays;

@ApplicationScoped
public class SqlBusinessDays implements BusinessDays {

  private static final String CURRENT = "select day from business_day where state <> 'CLOSED'";
  private static final String FIND =
      """
      select d.day, d.state, d.opened_at, d.closed_at, coalesce(sum(c.loans_turned), 0),
        coalesce(sum(c.debits_ordered), 0), coalesce(sum(c.reminders_planned), 0)
      from business_day d left join business_day_chunk c on c.day = d.day
      where d.day = :day group by d.day""";
  private static final String START =
      "update business_day set state = 'CLOSING' where day = :day and state <> 'CLOSED'";
  private static final String COUNT =
      """
      insert into business_day_chunk (day, loans_turned, debits_ordered, reminders_planned)
      values (:day, :loans, :debits, :reminders)""";
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
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(CURRENT + " for share", LocalDate.class)
                    .getSingleResultOrNull())
        .chain(day -> day == null ? current() : Uni.createFrom().item(day));
  }

  @Override
  public Uni<Optional<BusinessDay>> find(LocalDate date) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(FIND, Object[].class)
                    .setParameter("day", date)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(SqlBusinessDays::day));
  }

  @Override
  public Uni<Boolean> startClosing(LocalDate date) {
    return work.session()
        .chain(s -> s.createNativeQuery(START).setParameter("day", date).executeUpdate())
        .map(changed -> changed == 1);
  }

  @Override
  public Uni<Void> count(LocalDate date, int loans, int debits, int reminders) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(COUNT)
                    .setParameter("day", date)
                    .setParameter("loans", loans)
                    .setParameter("debits", debits)
                    .setParameter("reminders", reminders)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> close(LocalDate date) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(
                        "select day from business_day where day = :day for update", LocalDate.class)
                    .setParameter("day", date)
                    .getSingleResultOrNull()
                    .chain(
                        ignored ->
                            s.createNativeQuery(CLOSE)
                                .setParameter("day", date)
                                .setParameter("now", now)
                                .executeUpdate())
                    .chain(
                        closed ->
                            closed == 0
                                ? Uni.createFrom().item(false)
                                : s.createNativeQuery(OPEN)
                                    .setParameter("day", date.plusDays(1))
                                    .setParameter("now", now)
                                    .executeUpdate()
                                    .replaceWith(true)));
  }

  private static BusinessDay day(Object[] row) {
    return new BusinessDay(
        (LocalDate) row[0],
        BusinessDay.State.valueOf((String) row[1]),
        instant(row[2]),
        instant(row[3]),
        ((Number) row[4]).intValue(),
        ((Number) row[5]).intValue(),
        ((Number) row[6]).intValue());
  }

  private static Instant instant(Object column) {
    return column == null ? null : ((OffsetDateTime) column).toInstant();
  }
}
