package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawBackend;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 7: when one side goes away the other learns it. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class CutIT {

  @Test
  void point7CallerGoneWhileWaitingResetsTheService() {
    AtomicBoolean reset = new AtomicBoolean();
    Backend.of("servicing")
        .on(
            "/v1/gone-waiting",
            request -> request.response().closeHandler(closed -> reset.set(true)));
    try (RawClient client = RawClient.open()) {
      client.request(
          "GET", "/api/servicing/v1/gone-waiting", "Authorization: " + Token.bearer("gone"));
      await().until(() -> !Backend.of("servicing").seen("/v1/gone-waiting").isEmpty());
    }

    await().untilTrue(reset);
  }

  @Test
  void point7CallerGoneWhileReadingResetsTheService() {
    AtomicBoolean reset = new AtomicBoolean();
    Backend.of("servicing")
        .on(
            "/v1/gone-reading",
            request -> {
              request.response().closeHandler(closed -> reset.set(true));
              request.response().setChunked(true).write("begin");
            });
    try (RawClient client = RawClient.open()) {
      client.request(
          "GET", "/api/servicing/v1/gone-reading", "Authorization: " + Token.bearer("gone"));
      assertThat(client.bodyless().status()).isEqualTo(200);
    }

    await().untilTrue(reset);
  }

  @Test
  void point7CallerGoneWhileSendingResetsTheService() {
    AtomicBoolean reset = new AtomicBoolean();
    Backend.of("servicing")
        .on(
            "/v1/gone-sending",
            request -> request.exceptionHandler(gone -> reset.set(true)).handler(chunk -> {}));
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/servicing/v1/gone-sending",
              "Authorization: " + Token.bearer("gone"),
              "Content-Length: 1000")
          .write("a part");
      await().until(() -> !Backend.of("servicing").seen("/v1/gone-sending").isEmpty());
    }

    await().untilTrue(reset);
  }

  @Test
  void point7ServiceCutInAKnownLengthCutsTheCaller() {
    RawBackend.of("risk")
        .on(
            "/v1/cut-length",
            (attempt, socket) ->
                RawBackend.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"));
    assertCut("/api/risk/v1/cut-length");
  }

  @Test
  void point7ServiceCutInAChunkedAnswerCutsTheCallerWithoutALastChunk() {
    RawBackend.of("risk")
        .on(
            "/v1/cut-chunks",
            (attempt, socket) ->
                RawBackend.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n"));
    assertCut("/api/risk/v1/cut-chunks");
  }

  private static void assertCut(String path) {
    try (RawClient client = RawClient.open()) {
      client.request("GET", path, "Authorization: " + Token.bearer("cut"));

      assertThatThrownBy(client::answer).hasStackTraceContaining("java.io.IOException");
    }
  }
}
