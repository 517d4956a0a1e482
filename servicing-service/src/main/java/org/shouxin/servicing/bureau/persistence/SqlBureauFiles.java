package org.shouxin.servicing.bureau.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.BureauFiles;
import org.shouxin.servicing.loan.LoanPartitions;

@ApplicationScoped
public class SqlBureauFiles implements BureauFiles {

  /** Loans of the partitions that one transaction reports. */
  private static final int LOANS_TOGETHER_MAX = 20_000;

  private static final int CORRECTIONS = PARTS - 1;

  private final UnitOfWork work;
  private final Clock clock;

  SqlBureauFiles(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> add(UUID fileId, Kind kind, LocalDate asOf, String by) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return work.change(BureauSql.ADD_FILE, fileId, kind.name(), asOf, by, now)
        .map(added -> added == 1);
  }

  @Override
  public Uni<List<List<Integer>>> parts() {
    return work.rows(BureauSql.LOANS)
        .map(rows -> (Long) rows.get(0)[0])
        .map(
            loans ->
                LoanPartitions.shares(
                    IntStream.range(0, PARTS).boxed().toList(), loans, LOANS_TOGETHER_MAX));
  }

  @Override
  public Uni<Boolean> changed(LocalDate asOf, List<Integer> parts) {
    Short[] partitions = partitions(parts);
    Uni<Boolean> reports =
        partitions.length == 0
            ? Uni.createFrom().item(false)
            : yes(work.rows(BureauSql.ANY_CHANGE, asOf, partitions, Kind.CHANGES.name()));
    return reports.chain(
        changed ->
            changed || !parts.contains(CORRECTIONS)
                ? Uni.createFrom().item(changed)
                : yes(work.rows(BureauSql.WAITING, asOf)));
  }

  private static Uni<Boolean> yes(Uni<List<Object[]>> rows) {
    return rows.map(all -> (Boolean) all.get(0)[0]);
  }

  @Override
  public Uni<Void> fill(UUID fileId, Kind kind, LocalDate asOf, List<Integer> parts) {
    return work.rows(
            BureauSql.ADD_PARTS,
            fileId,
            parts.stream().map(Integer::shortValue).toArray(Short[]::new))
        .map(rows -> rows.stream().map(row -> ((Number) row[0]).intValue()).toList())
        .call(fresh -> reports(fileId, kind, asOf, partitions(fresh)))
        .call(
            fresh ->
                fresh.contains(CORRECTIONS)
                    ? corrections(fileId, asOf)
                    : Uni.createFrom().voidItem())
        .replaceWithVoid();
  }

  private static Short[] partitions(List<Integer> parts) {
    return parts.stream()
        .filter(part -> part != CORRECTIONS)
        .map(Integer::shortValue)
        .toArray(Short[]::new);
  }

  private Uni<Void> reports(UUID fileId, Kind kind, LocalDate asOf, Short[] partitions) {
    return partitions.length == 0
        ? Uni.createFrom().voidItem()
        : work.change(BureauSql.REPORT, asOf, partitions, kind.name(), fileId).replaceWithVoid();
  }

  private Uni<Void> corrections(UUID fileId, LocalDate asOf) {
    return work.change(BureauSql.CORRECT, fileId)
        .chain(() -> work.change(BureauSql.DELETE, asOf, fileId))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<BureauFile>> find(Kind kind, LocalDate asOf) {
    return work.rows(BureauSql.FILE_OF_DAY, kind.name(), asOf).map(SqlBureauFiles::first);
  }

  @Override
  public Uni<Optional<BureauFile>> find(UUID fileId) {
    return work.rows(BureauSql.FILE_BY_ID, fileId).map(SqlBureauFiles::first);
  }

  @Override
  public Uni<List<BureauFile>> newest(int limit) {
    return work.rows(BureauSql.NEWEST_FILES, limit)
        .map(rows -> rows.stream().map(SqlBureauFiles::file).toList());
  }

  @Override
  public Uni<List<BureauRecord>> records(UUID fileId, UUID afterLoan, int loansMax) {
    return work.rows(BureauSql.RECORDS, fileId, afterLoan, loansMax).map(SqlBureauFiles::records);
  }

  @Override
  public Uni<List<BureauRecord>> ofLoan(UUID loanId, int limit) {
    return work.rows(BureauSql.RECORDS_OF_LOAN, loanId, limit).map(SqlBureauFiles::records);
  }

  private static Optional<BureauFile> first(List<Object[]> rows) {
    return rows.stream().findFirst().map(SqlBureauFiles::file);
  }

  private static BureauFile file(Object[] row) {
    return new BureauFile(
        (UUID) row[0],
        Kind.valueOf((String) row[1]),
        (LocalDate) row[2],
        ((OffsetDateTime) row[3]).toInstant(),
        (Long) row[4] == PARTS,
        (Long) row[5],
        (Long) row[6],
        (Long) row[7]);
  }

  private static List<BureauRecord> records(List<Object[]> rows) {
    return rows.stream().map(SqlBureauFiles::record).toList();
  }

  private static BureauRecord record(Object[] row) {
    String currency = (String) row[12];
    return new BureauRecord(
        (UUID) row[0],
        Action.valueOf((String) row[1]),
        (UUID) row[2],
        (UUID) row[3],
        (UUID) row[4],
        (LocalDate) row[5],
        (String) row[6],
        (String) row[7],
        (Integer) row[8],
        Money.ofMinor((Long) row[9], currency),
        Money.ofMinor((Long) row[10], currency),
        Money.ofMinor((Long) row[11], currency),
        (LocalDate) row[13],
        (LocalDate) row[14],
        (String) row[15],
        (Boolean) row[16]);
  }
}
