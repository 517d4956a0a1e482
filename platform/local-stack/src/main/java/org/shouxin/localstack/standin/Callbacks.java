package org.shouxin.localstack.standin;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Webhooks as Standard Webhooks 1.0 describes them: signed, and sent again with growing pauses
 * until the receiver answers 2xx. The id stays the same over all attempts; the timestamp is the
 * attempt's.
 */
final class Callbacks {

  static final long RETRY_MILLIS_FIRST = 100;
  static final long RETRY_MILLIS_MAX = 5_000;
  static final long ATTEMPT_MILLIS_MAX = 5_000;
  static final long DUPLICATE_AFTER_MILLIS = 150;
  private static final int CONNECTIONS_MAX = 8;

  private final Vertx vertx;
  private final HttpClient client;
  private final Webhook signature;
  private final Clock clock;
  private final Counters counters;

  /** The life count of the parties' state: a wipe ends the retries of the life before it. */
  private long life;

  Callbacks(Vertx vertx, String secret, Clock clock, Counters counters) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_MAX)
                .setConnectTimeout((int) ATTEMPT_MILLIS_MAX)
                .setKeepAliveTimeout((int) TimeUnit.MILLISECONDS.toSeconds(ATTEMPT_MILLIS_MAX)));
    this.signature = new Webhook(secret);
    this.clock = clock;
    this.counters = counters;
  }

  /**
   * Sends one callback.
   *
   * @param url asked before every attempt, so that an address set later is used; empty waits
   * @param delivered run once, when the receiver has accepted it (or a fault swallowed it)
   */
  void send(
      String id,
      Supplier<Optional<String>> url,
      JsonObject body,
      Optional<Fault> fault,
      Runnable delivered) {
    if (Fault.is(fault, Fault.Kind.NO_CALLBACK)) {
      counters.add("callbacks.swallowed");
      delivered.run();
      return;
    }
    long wait = Fault.is(fault, Fault.Kind.LATE_CALLBACK) ? fault.orElseThrow().millis() : 0;
    Runnable after =
        () -> {
          delivered.run();
          if (Fault.is(fault, Fault.Kind.DUPLICATE_CALLBACK)) {
            counters.add("callbacks.duplicated");
            later(
                DUPLICATE_AFTER_MILLIS,
                () -> attempt(id, url, body.encode(), RETRY_MILLIS_FIRST, () -> {}));
          }
        };
    later(wait, () -> attempt(id, url, body.encode(), RETRY_MILLIS_FIRST, after));
  }

  /** Gives up every callback still to be delivered. */
  void forgetAll() {
    life++;
  }

  private void later(long millis, Runnable work) {
    long mine = life;
    vertx.setTimer(
        Math.max(1, millis),
        timer -> {
          if (mine == life) {
            work.run();
          }
        });
  }

  private void attempt(
      String id, Supplier<Optional<String>> url, String body, long pause, Runnable delivered) {
    Runnable again =
        () ->
            later(
                pause,
                () -> attempt(id, url, body, Math.min(pause * 2, RETRY_MILLIS_MAX), delivered));
    Optional<String> target = url.get();
    if (target.isEmpty()) {
      again.run();
      return;
    }
    counters.add("callbacks.attempts");
    long mine = life;
    post(id, target.get(), body)
        .onComplete(
            done -> {
              if (mine != life) {
                return;
              }
              if (done.succeeded() && done.result() / 100 == 2) {
                counters.add("callbacks.delivered");
                delivered.run();
              } else {
                again.run();
              }
            });
  }

  private Future<Integer> post(String id, String url, String body) {
    long timestamp = clock.instant().getEpochSecond();
    try {
      RequestOptions options =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setAbsoluteURI(url)
              .setTimeout(ATTEMPT_MILLIS_MAX)
              .putHeader("content-type", "application/json")
              .putHeader(Webhook.UNBRANDED_MSG_ID_KEY, id)
              .putHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(timestamp))
              .putHeader(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signature.sign(id, timestamp, body));
      return client
          .request(options)
          .compose(request -> request.send(Buffer.buffer(body)))
          .compose(response -> response.body().map(ignored -> response.statusCode()));
    } catch (WebhookSigningException | VertxException impossible) {
      return Future.failedFuture(impossible);
    }
  }
}
