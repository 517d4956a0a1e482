package org.shouxin.servicing.dayend.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.dayend.DayEndTargets;

@ApplicationScoped
public class SqlDayEndTargets implements DayEndTargets {

  private static final String WANT =
      """
      insert into day_end_target (close_to) values ($1)
      on conflict (one) do update set close_to = greatest(day_end_target.close_to, $1)""";
  private static final String DUE =
      """
      select day from business_day
      where state = 'CLOSING' or state = 'OPEN' and day <= (select close_to from day_end_target)""";

  private final UnitOfWork work;

  SqlDayEndTargets(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> want(LocalDate closeTo) {
    return work.change(WANT, closeTo).replaceWithVoid();
  }

  @Override
  public Uni<Optional<LocalDate>> due() {
    return work.rows(DUE).map(rows -> rows.stream().map(row -> (LocalDate) row[0]).findFirst());
  }
}
