package org.shouxin.servicing.bureau.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.Defaults;
import org.shouxin.servicing.loan.TurnLoans.ReminderWanted;

@ApplicationScoped
public class SqlDefaults implements Defaults {

  private final UnitOfWork work;

  SqlDefaults(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<List<ReminderWanted>> begin(LocalDate day, List<Integer> partitions, int limit) {
    Short[] share = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
    return work.rows(BureauSql.ONE_AT_A_TIME)
        .chain(() -> work.rows(BureauSql.BEGIN_DEFAULTS, day, limit, share))
        .map(rows -> rows.stream().map(SqlDefaults::notice).toList());
  }

  @Override
  public Uni<Void> end(LocalDate day) {
    return work.change(BureauSql.END_DEFAULTS, day).replaceWithVoid();
  }

  private static ReminderWanted notice(Object[] row) {
    return new ReminderWanted(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        NOTICE,
        (LocalDate) row[3],
        Money.ofMinor((Long) row[4], (String) row[5]));
  }
}
