package org.shouxin.chassis.log;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouxin.chassis.persistence.UnitOfWork;

/** Writes to the log as a use case would, from a test's thread. */
@ApplicationScoped
class LogFixture {
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
