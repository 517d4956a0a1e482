package org.shouxin.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Writes refusals as RFC 9457 problems. */
public final class Problems {

  static final String TYPE = "https://shouxin.org/problems/";
  private static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

  /**
   * Answers with a problem. If the answer has already begun the connection is cut instead, so that
   * a caller never takes a part for the whole.
   */
  public static void answer(RoutingContext context, String requestId, Refusal refusal) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      request.connection().close();
      return;
    }
    Locale language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    response.setStatusCode(refusal.reason().status()).setChunked(false);
    response.headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.TRANSFER_ENCODING);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, Texts.tag(language))
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    refusal.headers().forEach(response::putHeader);
    String body = body(refusal, requestId, language).encode();
    if (UnreadBody.expected(request)) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      response.end(body).onComplete(sent -> UnreadBody.drainAndClose(context.vertx(), request));
    } else {
      response.end(body);
      request.resume();
    }
  }

  static JsonObject body(Refusal refusal, String requestId, Locale language) {
    Reason reason = refusal.reason();
    JsonObject body =
        new JsonObject()
            .put("type", TYPE + reason.slug())
            .put("title", Texts.title(reason, language))
            .put("status", reason.status())
            .put("detail", Texts.detail(reason, language))
            .put("instance", "urn:request:" + requestId)
            .put("rule", reason.name());
    refusal.members().forEach(body::put);
    return body;
  }
}
