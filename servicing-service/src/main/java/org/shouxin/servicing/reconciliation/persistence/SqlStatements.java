package org.shouxin.servicing.reconciliation.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.reconciliation.Statements;
import org.shouxin.servicing.reconciliation.model.StatementLine;

/** Statements by set-based SQL over lines, orders and transfers; the last two are only read. */
@ApplicationScoped
public class SqlStatements implements Statements {

  private final Pool pool;
  private final Clock clock;

  SqlStatements(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<Imported> add(Origin origin, List<StatementLine> lines) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return pool.withTransaction(
        db ->
            db.query(StatementSql.ONE_AT_A_TIME)
                .execute()
                .chain(() -> refuseChanged(db, lines))
                .chain(() -> count(db, StatementSql.NEW_LINES, references(lines)))
                .call(fresh -> statement(db, origin, lines.size(), fresh, now))
                .call(() -> lines(db, origin.statementId(), lines))
                .call(() -> match(db, origin, now))
                .chain(fresh -> imported(db, origin, lines, fresh)));
  }

  @Override
  public Uni<Long> lastSeq() {
    return pool.query(StatementSql.LAST_OF_BANK)
        .execute()
        .map(rows -> rows.iterator().next().getLong("last"));
  }

  private static Uni<Void> refuseChanged(SqlConnection db, List<StatementLine> lines) {
    return db.preparedQuery(StatementSql.CHANGED)
        .execute(columns(null, lines))
        .invoke(
            rows -> {
              for (Row row : rows) {
                throw RuleViolation.conflict(
                        "STATEMENT_LINE_CHANGED", "the line says something else than before")
                    .field("/lines/" + (row.getInteger("number") + 1))
                    .with("bankReference", row.getString("bank_reference"));
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> statement(
      SqlConnection db, Origin origin, int lines, long fresh, OffsetDateTime now) {
    return db.preparedQuery(StatementSql.ADD_STATEMENT)
        .execute(
            Tuple.tuple()
                .addUUID(origin.statementId())
                .addString(origin.source())
                .addLocalDate(origin.coveredFrom())
                .addLocalDate(origin.coveredTo())
                .addInteger(lines)
                .addInteger((int) fresh)
                .addString(origin.by())
                .addOffsetDateTime(now))
        .replaceWithVoid();
  }

  private static Uni<Void> lines(SqlConnection db, UUID statementId, List<StatementLine> lines) {
    return db.preparedQuery(StatementSql.ADD_LINES)
        .execute(columns(statementId, lines))
        .replaceWithVoid();
  }

  private static Uni<Void> match(SqlConnection db, Origin origin, OffsetDateTime now) {
    Tuple covered =
        Tuple.tuple().addLocalDate(origin.coveredFrom()).addLocalDate(origin.coveredTo());
    return db.preparedQuery(StatementSql.MATCH)
        .execute(Tuple.of(now))
        .chain(() -> db.preparedQuery(StatementSql.FIND_BREAKS).execute(Tuple.of(now)))
        .chain(
            () ->
                origin.coveredFrom() == null
                    ? Uni.createFrom().voidItem()
                    : db.preparedQuery(StatementSql.FIND_MISSING_IN_BANK)
                        .execute(covered.addOffsetDateTime(now)))
        .chain(() -> db.query(StatementSql.RESOLVE).execute())
        .replaceWithVoid();
  }

  private static Uni<Imported> imported(
      SqlConnection db, Origin origin, List<StatementLine> lines, long fresh) {
    return db.preparedQuery(StatementSql.FIGURES)
        .execute(references(lines))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Imported(
                    origin.statementId(),
                    lines.size(),
                    (int) fresh,
                    row.getLong("matched"),
                    row.getLong("waiting"),
                    row.getLong("open_breaks")));
  }

  private static Uni<Long> count(SqlClient db, String sql, Tuple arguments) {
    return db.preparedQuery(sql)
        .execute(arguments)
        .map(rows -> rows.iterator().next().getLong("count"));
  }

  private static Tuple references(List<StatementLine> lines) {
    return Tuple.of(
        (Object) lines.stream().map(StatementLine::bankReference).toArray(String[]::new));
  }

  private static Tuple columns(UUID statementIdOrNull, List<StatementLine> lines) {
    Tuple columns = Tuple.tuple();
    if (statementIdOrNull != null) {
      columns.addUUID(statementIdOrNull);
    }
    return columns
        .addArrayOfString(texts(lines, StatementLine::bankReference))
        .addArrayOfLong(lines.stream().map(StatementLine::seq).toArray(Long[]::new))
        .addArrayOfOffsetDateTime(
            lines.stream()
                .map(line -> line.bookedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .addArrayOfString(texts(lines, line -> line.direction().name()))
        .addArrayOfLong(lines.stream().map(line -> line.amount().minor()).toArray(Long[]::new))
        .addArrayOfString(texts(lines, line -> line.amount().currency().getCurrencyCode()))
        .addArrayOfUUID(lines.stream().map(StatementLine::orderId).toArray(UUID[]::new))
        .addArrayOfString(texts(lines, StatementLine::purpose));
  }

  private static String[] texts(List<StatementLine> lines, Function<StatementLine, String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }
}
