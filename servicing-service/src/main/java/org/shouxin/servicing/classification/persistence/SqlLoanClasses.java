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
import java.util.function.ToLongFunction;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.classification.LoanClasses;
import org.shouxin.servicing.classification.model.AssetClass;
import org.shouxin.servicing.classification.model.ClassFloor;
import org.shouxin.servicing.classification.model.Watch;
import org.shouxin.servicing.loan.LoanPartitions;

/** Classes by set-based SQL; loans and instalments are only read. */
@ApplicationScoped
public class SqlLoanClasses implements LoanClasses {

  private static final String CURRENCY = "CNY";

  /** Loans of the partitions that one transaction classifies. */
  private static final int LOANS_TOGETHER_MAX = 20_000;

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
  public Uni<List<List<Integer>>> shares() {
    return together(LoanPartitions.all());
  }

  @Override
  public Uni<List<List<Integer>>> left(LocalDate day, Scope scope) {
    return (scope == Scope.ALL ? work.rows(ClassSql.LEFT, day) : work.rows(ClassSql.NOT_ACCRUING))
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).intValue()).toList())
        .chain(this::together);
  }

  private Uni<List<List<Integer>>> together(List<Integer> partitions) {
    return work.rows(ClassSql.LOANS)
        .map(rows -> LoanPartitions.shares(partitions, number(rows.get(0)[0]), LOANS_TOGETHER_MAX));
  }

  @Override
  public Uni<Void> restartWatches(LocalDate day) {
    return work.change(ClassSql.RESTART_WATCHES, day).replaceWithVoid();
  }

  @Override
  public Uni<List<Moved>> classify(
      List<Integer> partitions, LocalDate day, Scope scope, List<ClassFloor> floors) {
    String[] schemes = floors.stream().map(f -> f.scheme().name()).toArray(String[]::new);
    Integer[] over = floors.stream().map(ClassFloor::daysOver).toArray(Integer[]::new);
    Short[] ranks = floors.stream().map(f -> (short) f.floor().rank()).toArray(Short[]::new);
    Short[] share = numbers(partitions);
    return work.rows(ClassSql.ONE_AT_A_TIME, (Object) share)
        .chain(
            () ->
                work.rows(
                    ClassSql.CLASSIFY, share, day, schemes, over, ranks, now(), scope == Scope.ALL))
        .map(rows -> rows.stream().map(SqlLoanClasses::moved).toList());
  }

  @Override
  public Uni<Void> done(Done done, List<Moved> moved, UUID groupIdOrNull) {
    return work.change(
            ClassSql.DONE,
            done.day(),
            numbers(done.partitions()),
            sums(done.partitions(), moved, Moved::loans),
            sums(done.partitions(), moved, Moved::changed),
            groupIdOrNull,
            now(),
            done.atClose())
        .replaceWithVoid();
  }

  private static Short[] numbers(List<Integer> partitions) {
    return partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
  }

  private static Long[] sums(
      List<Integer> partitions, List<Moved> moved, ToLongFunction<Moved> of) {
    return partitions.stream()
        .map(p -> moved.stream().filter(m -> m.partition() == p).mapToLong(of).sum())
        .toArray(Long[]::new);
  }

  @Override
  public Uni<List<ClassFigures>> figures() {
    return work.rows(ClassSql.FIGURES)
        .map(rows -> rows.stream().map(SqlLoanClasses::classFigures).toList());
  }

  @Override
  public Uni<Optional<LocalDate>> lastDay() {
    return work.rows(ClassSql.LAST_DAY, (long) LoanPartitions.COUNT)
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
        ((Number) row[0]).intValue(),
        (String) row[1],
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        number(row[7]));
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
