package org.shouxin.localstack.story.client;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The suite from outside, {@code /api/{service}/v1/...}. A request is repeated under the same
 * Idempotency-Key until its outcome is definite: services may be killed and started meanwhile.
 */
public final class Gateway {

  /** How long one request may stay without a definite answer. */
  static final Duration DEFINITE_WITHIN = Duration.ofMinutes(3);

  private static final Set<Integer> NOT_DEFINITE = Set.of(408, 429, 500, 502, 503, 504);
  private static final int FAILURES_500_MAX = 10;
  private static final int UNAUTHORISED_MAX = 5;
  private static final long PAUSE_MILLIS_FIRST = 100;
  private static final long PAUSE_MILLIS_MAX = 2_000;
  private static final int PAGE_SIZE = 200;

  private final Web web = new Web();
  private final URI base;
  private final String run;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong repeats = new AtomicLong();

  /**
   * A client of one run.
   *
   * @param run tag of the run, part of every idempotency key
   */
  public Gateway(URI base, String run) {
    this.base = base;
    this.run = run;
  }

  public long requests() {
    return requests.get();
  }

  /** How many requests had to be sent again, because the answer was lost or not definite. */
  public long repeats() {
    return repeats.get();
  }

  public Reply get(Login who, String path) {
    return call(who, "GET", path, null, null);
  }

  /** Every item of a paged list. */
  public List<JsonObject> all(Login who, String path) {
    List<JsonObject> items = new ArrayList<>();
    String more = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE_SIZE;
    String cursor = null;
    do {
      Reply page = get(who, cursor == null ? more : more + "&cursor=" + cursor).orFail();
      items.addAll(page.items());
      cursor = page.json().getString("nextCursor");
    } while (cursor != null);
    return items;
  }

  /**
   * Sends a request that opens or moves something.
   *
   * @param once what this request is within the run; the same text is the same request
   */
  public Reply post(Login who, String path, JsonObject body, String once) {
    String key =
        UUID.nameUUIDFromBytes((run + " " + once).getBytes(StandardCharsets.UTF_8)).toString();
    return call(who, "POST", path, body.encode(), key);
  }

  /** As above, the body a document that is sent as it stands. */
  public Reply postDocument(Login who, String path, String document, String once) {
    String key =
        UUID.nameUUIDFromBytes((run + " " + once).getBytes(StandardCharsets.UTF_8)).toString();
    return call(who, "POST", path, document, key);
  }

  private Reply call(Login who, String method, String path, String body, String key) {
    long end = System.nanoTime() + DEFINITE_WITHIN.toNanos();
    long pause = PAUSE_MILLIS_FIRST;
    int failures = 0;
    int unauthorised = 0;
    String last = "no answer";
    while (System.nanoTime() < end) {
      requests.incrementAndGet();
      long wait = pause;
      try {
        String token = who.token();
        HttpResponse<String> response = web.send(request(token, method, path, body, key));
        int status = response.statusCode();
        failures += status == 500 ? 1 : 0;
        if (status == 401 && unauthorised++ < UNAUTHORISED_MAX) {
          who.refused(token);
        } else if (!NOT_DEFINITE.contains(status) || failures > FAILURES_500_MAX) {
          return new Reply(method + " " + path, status, jsonOf(response));
        }
        last = status + " " + response.body();
        wait = retryAfter(response).map(seconds -> seconds * 1_000).orElse(pause);
      } catch (IOException lost) {
        last = lost.toString();
      }
      repeats.incrementAndGet();
      Pace.pause(Math.min(wait, 10_000));
      pause = Math.min(PAUSE_MILLIS_MAX, pause * 2);
    }
    throw new StoryFailure(method + " " + path + " had no definite outcome: " + last);
  }

  private HttpRequest request(String token, String method, String path, String body, String key) {
    HttpRequest.Builder request =
        Web.to(URI.create(base + "/api" + path))
            .header("authorization", "Bearer " + token)
            .header("accept-language", "en")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (key != null) {
      request.header("idempotency-key", key);
    }
    return request.build();
  }

  private static Optional<Long> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("retry-after")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Long::parseLong);
  }

  private static JsonObject jsonOf(HttpResponse<String> response) {
    if (response.body() == null || response.body().isBlank()) {
      return new JsonObject();
    }
    try {
      Object json = Json.decodeValue(response.body());
      if (json instanceof JsonObject object) {
        return object;
      }
      return json instanceof JsonArray array
          ? new JsonObject().put("items", array)
          : new JsonObject().put("value", json);
    } catch (DecodeException text) {
      return new JsonObject().put("text", response.body());
    }
  }
}
