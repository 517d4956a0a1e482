package org.shouxin.gateway.document;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Set;
import org.shouxin.gateway.problem.Problems;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;
import org.shouxin.gateway.token.Caller;
import org.shouxin.gateway.token.Tokens;

/** Serves the merged document at {@code /openapi}, and its page at {@code /docs/}. */
@ApplicationScoped
public class DocumentRoute {

  private static final int MOVED = 308;

  private final Documents documents;
  private final DocumentSettings settings;
  private final Tokens tokens;

  DocumentRoute(Documents documents, DocumentSettings settings, Tokens tokens) {
    this.documents = documents;
    this.settings = settings;
    this.tokens = tokens;
  }

  void open(@Observes Router router) {
    router.get("/openapi").handler(this::serve);
    router
        .get("/docs")
        .handler(
            context -> {
              if (context.request().path().endsWith("/")) {
                context.next();
              } else {
                context
                    .response()
                    .setStatusCode(MOVED)
                    .putHeader(HttpHeaders.LOCATION, "/docs/")
                    .end();
              }
            });
  }

  private void serve(RoutingContext context) {
    admitted(context)
        .compose(admitted -> documents.current())
        .onSuccess(document -> answer(context, document))
        .onFailure(failure -> refuse(context, failure));
  }

  private Future<Void> admitted(RoutingContext context) {
    if (settings.roles().isEmpty()) {
      return Future.succeededFuture();
    }
    return tokens
        .verify(context.request().headers())
        .compose(caller -> allowed(caller, settings.roles().get()));
  }

  private static Future<Void> allowed(Caller caller, Set<String> roles) {
    return Collections.disjoint(caller.roles(), roles)
        ? Future.failedFuture(new Refusal(Reason.ROLE_MISSING))
        : Future.succeededFuture();
  }

  private static void answer(RoutingContext context, Buffer document) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(document);
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    Refusal refusal = failure instanceof Refusal known ? known : new Refusal(Reason.GATEWAY_FAILED);
    Problems.answer(context, context.response().headers().get("X-Request-Id"), refusal);
  }
}
