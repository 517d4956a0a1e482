package org.shouxin.chassis.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.shouxin.chassis.problem.Problem;
import org.shouxin.chassis.problem.Problems;

/** Failures outside any resource (no such path, body too large, refused early) are problems too. */
@ApplicationScoped
public class OuterProblems {

  private static final int INTERNAL = 500;
  private static final int NOT_FOUND = 404;

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    router
        .route("/v1/*")
        .order(Integer.MAX_VALUE)
        .handler(request -> answer(request, Problems.of(NOT_FOUND)));
  }

  private void failed(RoutingContext request) {
    if (request.response().ended()) {
      return;
    }
    Problem problem =
        request.failure() == null || request.statusCode() > 0 && request.statusCode() != INTERNAL
            ? Problems.of(request.statusCode())
            : Problems.of(request.failure());
    FailureLog.write(problem, request.failure());
    answer(request, problem);
  }

  static void answer(RoutingContext request, Problem problem) {
    if (request.response().headWritten()) {
      request.request().connection().close();
      return;
    }
    request.response().setStatusCode(problem.status());
    problem.headers().forEach(request.response()::putHeader);
    request
        .response()
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .end(ProblemBody.of(problem, request));
  }
}
