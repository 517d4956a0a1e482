package org.shouxin.chassis.persistence;

import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Runs work on a new duplicated Vert.x context, so that it shares no session with what ran before;
 * the result comes back on the context that asked, when there is one.
 */
public final class FreshContext {

  private FreshContext() {}

  /** Keeps the trace under way. */
  public static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
    return run(vertx, Context.current(), work);
  }

  /**
   * @param trace what spans and events of the work belong to
   */
  public static <T> Uni<T> run(Vertx vertx, Context trace, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              io.vertx.core.Context asking = Vertx.currentContext();
              io.vertx.core.Context root = VertxContext.getRootContext(vertx.getOrCreateContext());
              io.vertx.core.Context fresh = VertxContext.createNewDuplicatedContext(root);
              VertxContextSafetyToggle.setContextSafe(fresh, true);
              QuarkusContextStorage.INSTANCE.attach(fresh, trace);
              Uni<T> result =
                  Uni.createFrom()
                      .emitter(
                          emitter ->
                              fresh.runOnContext(
                                  ignored ->
                                      Uni.createFrom()
                                          .deferred(work::get)
                                          .subscribe()
                                          .with(emitter::complete, emitter::fail)));
              return asking == null
                  ? result
                  : result.emitOn(command -> asking.runOnContext(ignored -> command.run()));
            });
  }
}
