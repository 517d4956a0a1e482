package org.shouxin.localstack.standin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The door of every party: finds the operation, lets a scripted fault have its way, turns a
 * malformed request into a clear 400. Runs on one event loop, so parties need no lock.
 */
final class Front {

  static final long BODY_BYTES_MAX = 16L * 1024 * 1024;
  private static final Logger LOG = System.getLogger(Front.class.getName());

  private final Vertx vertx;
  private final FaultPlan faults;
  private final Counters counters;
  private final Router router;
  private final Set<String> operations = new TreeSet<>();

  Front(Vertx vertx, FaultPlan faults, Counters counters) {
    this.vertx = vertx;
    this.faults = faults;
    this.counters = counters;
    this.router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    router.errorHandler(
        404, context -> send(context, Refusal.unknown("path", "no such path").answer()));
  }

  /** What a party does with a request. */
  interface Operation {
    Answer answer(Request request);
  }

  Router router() {
    return router;
  }

  Set<String> operations() {
    return operations;
  }

  void post(String party, String operation, Operation work) {
    on(HttpMethod.POST, "/" + party + "/v1/" + operation, party, operation, work);
  }

  void get(String party, String path, String operation, Operation work) {
    on(HttpMethod.GET, "/" + party + "/v1/" + path, party, operation, work);
  }

  /** An operation without faults and counters: the way in for tests and the story. */
  void admin(HttpMethod method, String path, Operation work) {
    router
        .route(method, "/admin/" + path)
        .handler(context -> send(context, carryOut(context, Optional.empty(), work)));
  }

  private void on(HttpMethod method, String path, String party, String operation, Operation work) {
    operations.add(party + "." + operation);
    router
        .route(method, path)
        .handler(
            context -> {
              counters.add(party + "." + operation);
              Optional<Fault> fault = faults.take(party, operation, textOf(context));
              fault.ifPresent(f -> counters.add("faults." + f.kind()));
              answer(context, fault, work);
            });
  }

  private void answer(RoutingContext context, Optional<Fault> fault, Operation work) {
    if (Fault.is(fault, Fault.Kind.ERROR_500)) {
      send(context, failure());
      return;
    }
    Answer answer = carryOut(context, fault, work);
    if (Fault.is(fault, Fault.Kind.ERROR_AFTER_EFFECT)) {
      send(context, failure());
    } else if (Fault.is(fault, Fault.Kind.DELAY)) {
      vertx.setTimer(Math.max(1, fault.orElseThrow().millis()), timer -> send(context, answer));
    } else {
      send(context, answer);
    }
  }

  private Answer carryOut(RoutingContext context, Optional<Fault> fault, Operation work) {
    try {
      return work.answer(new Request(context, bodyOf(context), fault));
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "stand-in failed on " + context.request().path(), defect);
      return failure();
    }
  }

  private static JsonObject bodyOf(RoutingContext context) {
    var buffer = context.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      return new JsonObject();
    }
    try {
      Object json = Json.decodeValue(buffer);
      if (json instanceof JsonObject object) {
        return object;
      }
      return new JsonObject().put("items", json);
    } catch (DecodeException broken) {
      throw Refusal.malformed("", "the body is not JSON");
    }
  }

  private static String textOf(RoutingContext context) {
    String body = context.body().asString();
    return context.request().path() + " " + (body == null ? "" : body);
  }

  private static Answer failure() {
    return new Answer(500, new JsonObject().put("error", "INTERNAL_ERROR"));
  }

  private static void send(RoutingContext context, Answer answer) {
    if (context.response().closed() || context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(answer.status())
        .putHeader("content-type", "application/json")
        .end(Json.encode(answer.json()));
  }
}
