package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/**
 * Point 14: the gateway adds and takes nothing from what HTTP offers. Each test asks twice on one
 * connection: leftovers of the first answer would spoil the second.
 */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PassThroughIT {

  private static final String PATH = "/api/servicing/v1/passed";

  private static RawClient ask(RawClient client, String method, String... headers) {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Authorization: " + Token.bearer("passed");
    return client.request(method, PATH, all);
  }

  private static RawClient connect(Consumer<HttpServerResponse> answer) {
    Backend.of("servicing").on("/v1/passed", request -> answer.accept(request.response()));
    return RawClient.open();
  }

  @Test
  void point14NotModifiedKeepsItsTag() {
    try (RawClient client =
        connect(response -> response.setStatusCode(304).putHeader("ETag", "\"7\"").end())) {
      for (int i = 0; i < 2; i++) {
        RawClient.Answer answer = ask(client, "GET", "If-None-Match: \"7\"").bodyless();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).contains("\"7\"");
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
      }
      assertThat(Backend.of("servicing").seen("/v1/passed"))
          .last()
          .satisfies(seen -> assertThat(seen.getHeader("If-None-Match")).isEqualTo("\"7\""));
    }
  }

  @Test
  void point14RangesArePassed() {
    try (RawClient client =
        connect(
            response ->
                response
                    .setStatusCode(206)
                    .putHeader("Content-Range", "bytes 2-4/10")
                    .putHeader("Accept-Ranges", "bytes")
                    .end("234"))) {
      for (int i = 0; i < 2; i++) {
        RawClient.Answer answer = ask(client, "GET", "Range: bytes=2-4").answer();
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).contains("bytes 2-4/10");
        assertThat(answer.body()).isEqualTo("234");
      }
    }
  }

  @Test
  void point14CompressedBytesAreNotTouched() {
    Buffer zipped = Buffer.buffer(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    try (RawClient client =
        connect(response -> response.putHeader("Content-Encoding", "gzip").end(zipped))) {
      for (int i = 0; i < 2; i++) {
        RawClient.Answer answer = ask(client, "GET", "Accept-Encoding: gzip").answer();
        assertThat(answer.header("Content-Encoding")).contains("gzip");
        assertThat(answer.header("Content-Length")).contains("7");
      }
    }
  }

  @Test
  void point14HeadHasALengthAndNoBody() {
    try (RawClient client =
        connect(response -> response.putHeader("Content-Length", "1234").end())) {
      for (int i = 0; i < 2; i++) {
        RawClient.Answer answer = ask(client, "HEAD").bodyless();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("1234");
      }
    }
    try (RawClient client = connect(HttpServerResponse::end)) {
      for (int i = 0; i < 2; i++) {
        assertThat(ask(client, "HEAD").bodyless().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void point14NoContentHasNone() {
    try (RawClient client = connect(response -> response.setStatusCode(204).end())) {
      for (int i = 0; i < 2; i++) {
        RawClient.Answer answer = ask(client, "GET").bodyless();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
      }
    }
  }

  @Test
  void point14ExpectContinueIsAnsweredAfterTheChecksOnly() {
    Backend.of("servicing")
        .on(
            "/v1/passed",
            request -> request.body().onSuccess(body -> request.response().end(body)));
    for (String key : new String[] {"X-None: 1", "Idempotency-Key: expect-1"}) {
      try (RawClient client = RawClient.open()) {
        ask(client, "POST", "Expect: 100-continue", "Content-Length: 5", key);
        assertThat(client.bodyless().status()).isEqualTo(100);
        client.write("hello");
        RawClient.Answer answer = client.answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
      }
    }
    try (RawClient stranger = RawClient.open()) {
      stranger.request("POST", PATH, "Expect: 100-continue", "Content-Length: 5");
      assertThat(stranger.answer().status()).isEqualTo(401);
    }
    try (RawClient tooLong = RawClient.open()) {
      ask(tooLong, "POST", "Expect: 100-continue", "Content-Length: 500000");
      assertThat(tooLong.answer().status()).isEqualTo(413);
    }
    try (RawClient other = RawClient.open()) {
      ask(other, "POST", "Expect: 200-ok", "Content-Length: 5");
      assertThat(other.answer().status()).isEqualTo(417);
    }
  }

  @Test
  void point14EventsArriveWhileTheStreamIsOpen() {
    AtomicReference<HttpServerResponse> stream = new AtomicReference<>();
    try (RawClient client =
        connect(
            response -> {
              stream.set(response);
              response
                  .putHeader("Content-Type", "text/event-stream")
                  .setChunked(true)
                  .write("data: 1\n\n");
            })) {
      ask(client, "GET");
      RawClient.Answer head = client.bodyless();
      assertThat(head.header("Content-Type")).contains("text/event-stream");
      assertThat(client.chunk()).isEqualTo("data: 1\n\n");
      stream.get().write("data: 2\n\n");
      assertThat(client.chunk()).isEqualTo("data: 2\n\n");
      stream.get().end();
      await().until(() -> client.chunk().isEmpty());
    }
  }
}
