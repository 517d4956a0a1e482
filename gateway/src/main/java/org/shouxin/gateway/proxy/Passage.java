package org.shouxin.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;

/**
 * One request on its way to a service and the answer on its way back.
 *
 * <p>A second try is made once, only when the connection broke before an answer began, and only if
 * the request has no body and is GET or HEAD, or has an Idempotency-Key and a body short enough to
 * be kept. A body that streams is sent once. If either side goes away the other is reset, so half
 * an answer is never taken for a whole one.
 */
final class Passage {

  private static final Logger LOG = Logger.getLogger(Passage.class);
  private static final int STATUS_FIRST_FINAL = 200;
  private static final int STATUS_NO_CONTENT = 204;
  private static final int STATUS_NOT_MODIFIED = 304;

  private final HttpServerRequest request;
  private final Upstream upstream;
  private final Onward onward;
  private final long retryBodyBytesMax;
  private final Progress progress;
  private final ProxyRequest proxied;
  private final Silence silence;
  private HttpClientRequest sent;
  private Buffer kept;
  private boolean repeatable;
  private Refusal verdict;
  private boolean callerGone;
  private boolean answering;

  Passage(
      RoutingContext context,
      Upstream upstream,
      Onward onward,
      long retryBodyBytesMax,
      Progress progress) {
    this.request = context.request();
    this.upstream = upstream;
    this.onward = onward;
    this.retryBodyBytesMax = retryBodyBytesMax;
    this.progress = progress;
    this.silence = new Silence(context.vertx());
    this.proxied = ProxyRequest.reverseProxy(request);
    context.addEndHandler(
        ended -> {
          silence.stop();
          if (ended.failed() || !request.response().ended()) {
            callerGone = true;
            reset();
          }
        });
  }

  /** Completes when the whole answer is sent; fails with a refusal if none could be begun. */
  Future<Void> run() {
    boolean expectsContinue = request.headers().contains(HttpHeaders.EXPECT);
    proxied.setURI(upstream.target(onward.target()));
    RequestHeaders.replace(proxied.headers(), onward);
    return takeBody(expectsContinue)
        .compose(taken -> attempt(true, expectsContinue && kept == null))
        .compose(this::answer);
  }

  private Future<Void> takeBody(boolean expectsContinue) {
    long declared = declaredLength();
    boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (declared <= 0 && !chunked) {
      HttpMethod method = request.method();
      repeatable = method == HttpMethod.GET || method == HttpMethod.HEAD || hasKey();
      proxied.setBody(null);
      request.resume();
      return Future.succeededFuture();
    }
    if (declared > 0 && declared <= retryBodyBytesMax && hasKey()) {
      repeatable = true;
      return keepBody(expectsContinue);
    }
    proxied.setBody(Body.body(counted(), chunked ? -1 : declared));
    return Future.succeededFuture();
  }

  private long declaredLength() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private boolean hasKey() {
    return request.headers().contains("Idempotency-Key");
  }

  private CountedBody counted() {
    return new CountedBody(
        request,
        onward.route().bodyBytesMax(),
        this::uploadMoved,
        () -> verdict = new Refusal(Reason.BODY_TOO_LARGE));
  }

  private void uploadMoved() {
    if (request.isEnded() && sent != null && !answering) {
      silence.watch(onward.route().firstByteWithin(), this::upstreamSilent);
    } else {
      silence.moved();
    }
  }

  private Future<Void> keepBody(boolean expectsContinue) {
    Promise<Void> whole = Promise.promise();
    Buffer buffer = Buffer.buffer();
    silence.watch(
        onward.route().idleWithin(), () -> whole.tryFail(new Refusal(Reason.CLIENT_TOO_SLOW)));
    CountedBody body = counted();
    body.exceptionHandler(gone -> whole.tryFail(new Refusal(Reason.MALFORMED_REQUEST)));
    body.handler(buffer::appendBuffer);
    body.endHandler(
        end -> {
          silence.stop();
          kept = buffer;
          proxied.setBody(Body.body(kept));
          whole.tryComplete();
        });
    if (expectsContinue) {
      request.response().writeContinue();
    }
    body.resume();
    return whole.future();
  }

  private Future<ProxyResponse> attempt(boolean mayRepeat, boolean sayContinue) {
    if (!upstream.circuit().tryPass()) {
      return Future.failedFuture(
          new Refusal(Reason.UPSTREAM_CIRCUIT_OPEN)
              .retryAfterNanos(upstream.circuit().nanosUntilTrial()));
    }
    return upstream
        .connect()
        .compose(connected -> send(connected, sayContinue))
        .compose(this::finalOnly)
        .onSuccess(answered -> upstream.circuit().succeeded())
        .recover(failure -> failedAttempt(failure, mayRepeat));
  }

  private Future<ProxyResponse> send(HttpClientRequest connected, boolean sayContinue) {
    sent = connected;
    connected.exceptionHandler(
        known -> LOG.debugf(known, "Request to %s broke", upstream.service()));
    if (callerGone) {
      connected.reset();
      return Future.failedFuture(new Refusal(Reason.MALFORMED_REQUEST));
    }
    boolean uploads = proxied.getBody() != null && kept == null;
    if (uploads) {
      silence.watch(onward.route().idleWithin(), this::uploadSilent);
    } else {
      silence.watch(onward.route().firstByteWithin(), this::upstreamSilent);
    }
    if (sayContinue && uploads) {
      request.response().writeContinue();
    }
    return proxied.send(connected);
  }

  private Future<ProxyResponse> finalOnly(ProxyResponse response) {
    if (response.getStatusCode() < STATUS_FIRST_FINAL) {
      reset();
      return Future.failedFuture(new Refusal(Reason.UPSTREAM_FAILED));
    }
    return Future.succeededFuture(response);
  }

  private Future<ProxyResponse> failedAttempt(Throwable failure, boolean mayRepeat) {
    silence.stop();
    Refusal refusal = verdict != null ? verdict : Failures.refusal(failure);
    if (!callerGone && Failures.byUpstream(refusal.reason())) {
      upstream.circuit().failed();
    } else {
      upstream.circuit().abandoned();
    }
    boolean broke = refusal.reason() == Reason.UPSTREAM_FAILED;
    if (mayRepeat && repeatable && broke && !callerGone) {
      proxied.setBody(kept == null ? null : Body.body(kept));
      return attempt(false, false);
    }
    return Future.failedFuture(refusal);
  }

  private Future<Void> answer(ProxyResponse response) {
    answering = true;
    int status = response.getStatusCode();
    progress.answered(status);
    ResponseHeaders.replace(
        response.headers(), request.response().headers(), upstream, onward.route().prefix());
    silence.watch(onward.route().idleWithin(), this::reset);
    Body body = response.getBody();
    boolean bodyless = status == STATUS_NO_CONTENT || status == STATUS_NOT_MODIFIED;
    if (bodyless && body.length() < 0) {
      response.setBody(null);
      body.stream().resume();
    } else {
      CountedBody counted =
          new CountedBody(body.stream(), Long.MAX_VALUE, silence::moved, this::reset)
              .onFailure(this::cutCaller);
      response.setBody(Body.body(counted, body.length()));
    }
    return response.send().onComplete(done -> silence.stop());
  }

  /**
   * Closes the caller's connection. Resetting the response would mark it closed without telling
   * those who wait for its end (the log, the count of running requests).
   */
  private void cutCaller() {
    if (!callerGone) {
      progress.brokenOff();
      request.connection().close();
    }
  }

  private void uploadSilent() {
    boolean upstreamFull = sent.writeQueueFull();
    verdict = new Refusal(upstreamFull ? Reason.UPSTREAM_TIMEOUT : Reason.CLIENT_TOO_SLOW);
    reset();
  }

  private void upstreamSilent() {
    verdict = new Refusal(Reason.UPSTREAM_TIMEOUT);
    reset();
  }

  private void reset() {
    if (sent != null) {
      sent.reset();
    }
  }
}
