package org.shouxin.collections.businessday.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.businessday.BusinessDays;

@ApplicationScoped
class SqlBusinessDays implements BusinessDays {
  private static final String ADVANCE =
      """
      insert into business_day (id, day) values (1, :day)
      on conflict (id) do update set day = excluded.day where business_day.day < excluded.day
      """;

  private final UnitOfWork work;

  SqlBusinessDays(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Optional<LocalDate>> current() {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery("select day from business_day", LocalDate.class)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Void> advanceTo(LocalDate day) {
    return work.session()
        .chain(
            session -> session.createNativeQuery(ADVANCE).setParameter("day", day).executeUpdate())
        .replaceWithVoid();
  }
}
