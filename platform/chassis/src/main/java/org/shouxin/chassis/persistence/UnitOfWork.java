package org.shouxin.chassis.persistence;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.shouxin.chassis.problem.Unavailable;

/**
 * The transaction of a use case. Everything called inside joins the same session; the outermost
 * call commits, and is bounded: a database that does not answer in time ends in {@link
 * Unavailable}, never in a hanging request.
 *
 * <p>The bound does not cancel the statement under way (cancelling would leave its connection half
 * used); it tells the caller, and keeps the late transaction from committing when it wakes up. Only
 * a commit already on the wire can still succeed, so "unavailable" means "unknown": ask again under
 * the same key. Until the late work has ended, its context takes no new unit.
 *
 * <p>Inside, one operation at a time: chain, never combine. No remote call inside; read, call, then
 * open the transaction.
 */
@ApplicationScoped
public class UnitOfWork {

  private static final String CURRENT = "org.shouxin.chassis.unit-of-work";
  private static final String DATABASE = "database";

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;
  private final Duration timeLimit;
  private final AtomicInteger underWay = new AtomicInteger();

  UnitOfWork(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      @ConfigProperty(name = "shouxin.unit-of-work.time-limit") Duration timeLimit) {
    this.sessions = sessions;
    this.vertx = vertx;
    this.timeLimit = timeLimit;
  }

  /** Runs the work in the current transaction, or in a new one that ends with it. */
  public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return unit(
        current ->
            sessions.withTransaction(
                (session, transaction) -> {
                  current.depth++;
                  return Uni.createFrom()
                      .deferred(work::get)
                      .call(() -> current.depth == 1 ? write(current, session) : nothing())
                      .call(current::refuseIfLate)
                      .onTermination()
                      .invoke(() -> current.depth--);
                }));
  }

  /** Runs reads in the current session, or in a new one without a transaction. */
  public <T> Uni<T> reading(Supplier<Uni<T>> work) {
    return unit(current -> sessions.withSession(s -> Uni.createFrom().deferred(work::get)));
  }

  /** The session of the unit under way. */
  public Uni<Mutiny.Session> session() {
    return Uni.createFrom()
        .deferred(
            () ->
                current().isPresent()
                    ? sessions.withSession(session -> Uni.createFrom().item(session))
                    : Uni.createFrom()
                        .failure(new IllegalStateException("no unit of work is under way")));
  }

  /**
   * Runs one statement of PostgreSQL's own in the unit under way; parameters are written {@code $1}
   * and may be arrays, so that one statement carries a whole batch. Entities that changed before
   * are not flushed for it.
   *
   * @return the rows it returned, as the driver's values
   */
  public Uni<List<Object[]>> rows(String sql, Object... parameters) {
    return connection()
        .chain(line -> Uni.createFrom().completionStage(() -> line.select(sql, parameters)))
        .map(Flight::rows);
  }

  /** The rows of several statements that do not wait for each other, sent in one flight. */
  public Uni<List<List<Object[]>>> rows(List<Statement> statements) {
    return connection()
        .chain(line -> Uni.createFrom().completionStage(() -> Flight.send(line, statements)));
  }

  /** The same for a statement that returns no rows; gives how many it changed. */
  public Uni<Integer> change(String sql, Object... parameters) {
    return connection()
        .chain(line -> Uni.createFrom().completionStage(() -> line.update(sql, parameters)));
  }

  /**
   * What the transaction under way collects under this key. It is written when the work is done,
   * after the entities that changed and before the commit, so the work itself does not see it.
   */
  public <C extends Collected> C collected(Object key, Supplier<C> fresh) {
    Unit unit = current().filter(found -> found.depth > 0).orElseThrow(UnitOfWork::noTransaction);
    @SuppressWarnings("unchecked")
    C collected = (C) unit.collected.computeIfAbsent(key, unknown -> fresh.get());
    return collected;
  }

  private static Uni<Void> write(Unit unit, Mutiny.Session session) {
    List<Statement> statements =
        unit.collected.values().stream().flatMap(c -> c.statements().stream()).toList();
    unit.collected.clear();
    return statements.isEmpty()
        ? nothing()
        : session
            .flush()
            .chain(
                () ->
                    Uni.createFrom().completionStage(() -> Flight.send(line(session), statements)))
            .replaceWithVoid();
  }

  private Uni<ReactiveConnection> connection() {
    return session().map(UnitOfWork::line);
  }

  private static ReactiveConnection line(Mutiny.Session session) {
    return ((MutinySessionImpl) session).getReactiveConnection();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static IllegalStateException noTransaction() {
    return new IllegalStateException("no transaction is under way");
  }

  /** How many units have begun in this process and not ended. */
  public int underWay() {
    return underWay.get();
  }

  /** Has something done once the unit under way has committed; it must not block or fail. */
  public void afterCommit(Runnable action) {
    current()
        .orElseThrow(() -> new IllegalStateException("no unit of work is under way"))
        .afterCommit
        .add(action);
  }

  private <T> Uni<T> unit(Function<Unit, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (!VertxContext.isOnDuplicatedContext()) {
                return FreshContext.run(vertx, () -> outermost(work));
              }
              return current()
                  .map(outer -> outer.late ? Unit.<T>tooLate() : work.apply(outer))
                  .orElseGet(() -> outermost(work));
            });
  }

  private <T> Uni<T> outermost(Function<Unit, Uni<T>> work) {
    return Uni.createFrom().emitter(emitter -> start(new Unit(), work, emitter));
  }

  private <T> void start(Unit unit, Function<Unit, Uni<T>> work, UniEmitter<? super T> emitter) {
    ContextLocals.put(CURRENT, unit);
    underWay.incrementAndGet();
    long timer =
        vertx.setTimer(
            timeLimit.toMillis(),
            fired -> {
              unit.late = true;
              emitter.fail(new Unavailable(DATABASE));
            });
    Uni.createFrom()
        .deferred(() -> work.apply(unit))
        .onTermination()
        .invoke(
            () -> {
              vertx.cancelTimer(timer);
              ContextLocals.remove(CURRENT);
              underWay.decrementAndGet();
            })
        .subscribe()
        .with(
            item -> {
              unit.afterCommit.forEach(Runnable::run);
              emitter.complete(item);
            },
            failure -> emitter.fail(DatabaseFailures.translate(failure)));
  }

  private static Optional<Unit> current() {
    return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(CURRENT) : Optional.empty();
  }

  private static final class Unit {
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Object, Collected> collected = new LinkedHashMap<>();
    private int depth;
    private boolean late;

    Uni<Void> refuseIfLate() {
      return late ? tooLate() : Uni.createFrom().voidItem();
    }

    static <T> Uni<T> tooLate() {
      return Uni.createFrom().failure(new Unavailable(DATABASE));
    }
  }
}
