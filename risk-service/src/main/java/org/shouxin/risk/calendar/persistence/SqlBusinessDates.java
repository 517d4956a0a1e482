package org.shouxin.risk.calendar.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.calendar.BusinessDates;

@ApplicationScoped
class SqlBusinessDates implements BusinessDates {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String MOVE =
      """
      insert into business_day (id, today) values (1, :next)
      on conflict (id) do update set today = greatest(business_day.today, excluded.today)""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlBusinessDates(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<LocalDate> today() {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery("select today from business_day", LocalDate.class)
                    .getSingleResultOrNull())
        .map(today -> today == null ? LocalDate.ofInstant(clock.instant(), CHINA) : today);
  }

  @Override
  public Uni<Void> opened(LocalDate next) {
    return work.session()
        .chain(
            session -> session.createNativeQuery(MOVE).setParameter("next", next).executeUpdate())
        .replaceWithVoid();
  }
}
