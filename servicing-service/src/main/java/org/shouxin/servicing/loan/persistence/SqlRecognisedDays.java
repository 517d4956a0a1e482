package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.RecognisedDays;

@ApplicationScoped
public class SqlRecognisedDays implements RecognisedDays {

  private static final int LAST_BYTE = 0xff;
  private static final int PARTITIONS = 64;
  private static final String THROUGH =
      """
      select id, partition_recognised_through(id)
      from unnest($1::uuid[]) as representative (id)""";

  private final UnitOfWork work;

  SqlRecognisedDays(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<LocalDate> through(UUID loanId) {
    return through(List.of(loanId)).map(days -> days.get(loanId));
  }

  /** Each partition is asked for once, by one of its loans. */
  @Override
  public Uni<Map<UUID, LocalDate>> through(Collection<UUID> loanIds) {
    Map<Integer, UUID> representatives = new TreeMap<>();
    loanIds.forEach(id -> representatives.putIfAbsent(partition(id), id));
    return work.rows(THROUGH, (Object) representatives.values().toArray(UUID[]::new))
        .map(rows -> days(rows, loanIds));
  }

  private static Map<UUID, LocalDate> days(List<Object[]> rows, Collection<UUID> loanIds) {
    Map<Integer, LocalDate> byPartition = new HashMap<>();
    rows.forEach(row -> byPartition.put(partition((UUID) row[0]), (LocalDate) row[1]));
    Map<UUID, LocalDate> days = new HashMap<>();
    loanIds.forEach(id -> days.put(id, byPartition.get(partition(id))));
    return days;
  }

  /** As the column loan.partition is generated. */
  private static int partition(UUID loanId) {
    return (int) (loanId.getLeastSignificantBits() & LAST_BYTE) % PARTITIONS;
  }
}
