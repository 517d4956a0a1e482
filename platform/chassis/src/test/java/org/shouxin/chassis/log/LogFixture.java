package org.shouxin.chassis.log;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.localstack.testing.LocalStackResource;

/** Writes to the log as a use case would, from a test's thread. */
@ApplicationScoped
class LogFixture {
  private static final List<String> TABLES =
      List.of("log_published", "log_head", "log_node", "log_entry", "log_leaf");

  private final UnitOfWork work;
  private final VerifiableLog log;
  private final Sequencer sequencer;
  private final Pool pool;

  LogFixture(UnitOfWork work, VerifiableLog log, Sequencer sequencer, Pool pool) {
    this.work = work;
    this.log = log;
    this.sequencer = sequencer;
    this.pool = pool;
  }

  List<LogReceipt> append(String prefix, int records) {
    return await(
        work.inTransaction(
            () ->
                Multi.createFrom()
                    .items(IntStream.range(0, records).boxed())
                    .onItem()
                    .transformToUniAndConcatenate(
                        i -> log.append("test.record", prefix, VerifiableLogIT.content(prefix, i)))
                    .collect()
                    .asList()));
  }

  UUID appendAndFail() {
    AtomicReference<UUID> leaf = new AtomicReference<>();
    Uni<Void> doomed =
        work.inTransaction(
            () ->
                log.append("test.record", "doomed", new byte[] {1})
                    .invoke(receipt -> leaf.set(receipt.leafId()))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("undone"))));
    await(doomed.onFailure(IllegalStateException.class).recoverWithNull());
    return leaf.get();
  }

  void sequence() {
    await(sequencer.sequence());
    // another sequencer may hold the lock right now: its batch is not this one's
    while (count("select count(*) from log_pending") > 0) {
      await(sequencer.sequence());
    }
  }

  void sequenceConcurrently(int instances) {
    await(
        Uni.join()
            .all(Stream.generate(sequencer::sequence).limit(instances).collect(Collectors.toList()))
            .andFailFast());
    sequence();
  }

  long count(String sql) {
    return await(pool.query(sql).execute().map(rows -> rows.iterator().next().getLong(0)));
  }

  void execute(String sql) {
    await(pool.query(sql).execute());
  }

  /**
   * What can be seen while somebody with every right over the database has rewritten it, past the
   * triggers; the rows are put back afterwards.
   */
  <T> T rewritten(String rewrite, Supplier<T> look) {
    asSuperuser(TABLES.stream().map(t -> "create table kept_%1$s as table %1$s".formatted(t)));
    try {
      asSuperuser(Stream.of(rewrite));
      return look.get();
    } finally {
      asSuperuser(
          TABLES.stream()
              .map(
                  t ->
                      "delete from %1$s; insert into %1$s table kept_%1$s; drop table kept_%1$s"
                          .formatted(t)));
    }
  }

  private static void asSuperuser(Stream<String> statements) {
    String url =
        LocalStackResource.jdbcUrl("risk")
            .replace("user=risk&password=risk", "user=postgres&password=postgres");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements.toList()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Uni<T> uni) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> uni);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
