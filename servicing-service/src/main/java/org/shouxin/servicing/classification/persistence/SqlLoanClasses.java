package org.shouxin.servicing.classification.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.classification.LoanClasses;
import org.shouxin.servicing.classification.model.AssetClass;
import org.shouxin.servicing.classification.model.ClassFloor;
import org.shouxin.servicing.classification.model.Watch;

/** Classes by set-based SQL; loans and instalments are only read. */
@ApplicationScoped
public class SqlLoanClasses implements LoanClasses {

  private static final String CURRENCY = "CNY";

  private final UnitOfWork work;
  private final Clock clock;

  SqlLoanClasses(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Scope> eachDay() {
    return work.rows(ClassSql.EACH_DAY).map(rows -> Scope.valueOf((String) rows.get(0)[0]));
  }

  @Override
  public Uni<List<Integer>> left(LocalDate day, Scope scope) {
    return (scope == Scope.ALL ? work.rows(ClassSql.LEFT, day) : work.rows(ClassSql.NOT_ACCRUING))
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).intValue()).toList());
  }

  @Override
  public Uni<Void> restartWatches(LocalDate day) {
    return work.change(ClassSql.RESTART_WATCHES, day).replaceWithVoid();
  }

  @Override
  public Uni<List<Moved>> classify(
      int partition, LocalDate day, Scope scope, List<ClassFloor> floors) {
    String[] schemes = floors.stream().map(f -> f.scheme().name()).toArray(String[]::new);
    Integer[] over = floors.stream().map(ClassFloor::daysOver).toArray(Integer[]::new);
    Short[] ranks = floors.stream().map(f -> (short) f.floor().rank()).toArray(Short[]::new);
    return work.rows(ClassSql.ONE_AT_A_TIME, partition)
        .chain(
            () ->
                work.rows(
                    ClassSql.CLASSIFY,
                    (short) partition,
                    day,
                    schemes,
                    over,
                    ranks,
                    now(),
                    scope == Scope.ALL))
        .map(
            rows ->
                rows.isEmpty()
                    ? List.of(new Moved(CURRENCY, 0, 0, 0, 0, 0, 0))
                    : rows.stream().map(SqlLoanClasses::moved).toList());
  }

  @Override
  public Uni<Void> done(
      int partition, LocalDate day, Moved moved, UUID groupIdOrNull, boolean atClose) {
    return work.change(
            ClassSql.DONE,
            day,
            (short) partition,
            moved.loans(),
            moved.changed(),
            groupIdOrNull,
            now(),
            atClose)
        .replaceWithVoid();
  }

  @Override
  public Uni<List<ClassFigures>> figures() {
    return work.rows(ClassSql.FIGURES)
        .map(rows -> rows.stream().map(SqlLoanClasses::classFigures).toList());
  }

  @Override
  public Uni<Optional<LocalDate>> lastDay() {
    return work.rows(ClassSql.LAST_DAY, (long) PARTITIONS)
        .map(rows -> rows.stream().findFirst().map(row -> (LocalDate) row[0]));
  }

  @Override
  public Uni<AssetClass> current(UUID loanId) {
    return work.rows(ClassSql.CURRENT, loanId)
        .map(
            rows ->
                rows.stream().findFirst().map(row -> assetClass(row[0])).orElse(AssetClass.NORMAL));
  }

  @Override
  public Uni<List<Change>> changes(UUID loanId) {
    return work.rows(ClassSql.CHANGES, loanId)
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Change(
                                (LocalDate) row[0],
                                row[1] == null ? null : assetClass(row[1]),
                                assetClass(row[2]),
                                (Integer) row[3]))
                    .toList());
  }

  @Override
  public Uni<Void> watch(UUID loanId, Watch watch) {
    return work.change(
            ClassSql.WATCH,
            loanId,
            watch.restructuredOn(),
            watch.from(),
            watch.until(),
            (short) watch.floor().rank())
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Moved moved(Object[] row) {
    return new Moved(
        (String) row[0],
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]));
  }

  private static ClassFigures classFigures(Object[] row) {
    return new ClassFigures(
        assetClass(row[0]),
        (String) row[1],
        (String) row[2],
        (Boolean) row[3],
        number(row[4]),
        Money.ofMinor(number(row[5]), CURRENCY),
        Money.ofMinor(number(row[6]), CURRENCY),
        Money.ofMinor(number(row[7]), CURRENCY));
  }

  private static AssetClass assetClass(Object rank) {
    return AssetClass.of(((Number) rank).intValue());
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
