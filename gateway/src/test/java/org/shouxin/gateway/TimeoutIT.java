package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 4: nobody waits for ever, and a full waiting room is said at once. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class TimeoutIT {

  private static final int CONNECTIONS = 4;
  private static final int WAITING = 2;

  @Test
  void point4ServiceThatDoesNotBeginToAnswerIs504() {
    Backend.of("servicing").on("/v1/impatient/never", request -> {});

    given()
        .header("Authorization", Token.bearer("never"))
        .when()
        .get("/api/servicing/v1/impatient/never")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("type", endsWith("/upstream-timeout"))
        .body("instance", notNullValue());
  }

  @Test
  void point4ServiceThatTakesTheWholeBodyAndStaysSilentIs504() {
    Backend.of("servicing").on("/v1/impatient/swallow", request -> request.body());

    given()
        .header("Authorization", Token.bearer("swallow"))
        .body("x".repeat(100_000))
        .when()
        .post("/api/servicing/v1/impatient/swallow")
        .then()
        .statusCode(504);
  }

  @Test
  void point4ServiceThatTakesNoConnectionIs504() {
    given()
        .header("Authorization", Token.bearer("deaf"))
        .when()
        .get("/api/collections/v1/cases")
        .then()
        .statusCode(504)
        .body("type", endsWith("/upstream-timeout"));
  }

  @Test
  void point4AnswerThatStopsHalfwayIsCut() {
    Backend.of("servicing")
        .on(
            "/v1/impatient/half",
            request ->
                request.response().putHeader("Content-Length", "1000").write("only the start"));
    try (RawClient client = RawClient.open()) {
      client.request(
          "GET", "/api/servicing/v1/impatient/half", "Authorization: " + Token.bearer("half"));

      assertThatThrownBy(client::answer).hasStackTraceContaining("cut after");
    }
  }

  @Test
  void point4AnswerThatKeepsMovingMayLastLongerThanAnyTimeout() {
    Backend.of("servicing").on("/v1/impatient/stream", TimeoutIT::tenPartsInASecond);

    given()
        .header("Authorization", Token.bearer("stream"))
        .when()
        .get("/api/servicing/v1/impatient/stream")
        .then()
        .statusCode(200)
        .body(endsWith("9;"));
  }

  private static void tenPartsInASecond(HttpServerRequest request) {
    request.response().setChunked(true).write("begin;");
    int[] part = {0};
    Vertx.currentContext()
        .owner()
        .setPeriodic(
            100,
            timer -> {
              request.response().write(part[0] + ";");
              if (part[0]++ == 9) {
                Vertx.currentContext().owner().cancelTimer(timer);
                request.response().end();
              }
            });
  }

  @Test
  void point4FullWaitingRoomIs503WithRetryAfter() {
    Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    Backend.of("servicing").on("/v1/held", held::add);
    String token = Token.bearer("held");
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(ask(token));
        await().until(() -> held.size() == clients.size());
      }
      for (int i = 0; i <= WAITING; i++) {
        clients.add(ask(token));
      }
      await().until(() -> clients.stream().anyMatch(RawClient::answered));
      RawClient tooMany = clients.stream().filter(RawClient::answered).findFirst().orElseThrow();
      clients.remove(tooMany);
      try (tooMany) {
        RawClient.Answer refused = tooMany.answer();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.body()).contains("upstream-busy");
      }
      held.forEach(request -> request.response().end("at last"));
      await().until(() -> held.size() == CONNECTIONS + WAITING);
      held.stream()
          .filter(request -> !request.response().ended())
          .forEach(request -> request.response().end("at last"));
      for (RawClient client : clients) {
        assertThat(client.answer().status()).isEqualTo(200);
      }
    } finally {
      clients.forEach(RawClient::close);
    }
  }

  private static RawClient ask(String token) {
    return RawClient.open().request("GET", "/api/servicing/v1/held", "Authorization: " + token);
  }

  @Test
  void point4SlowUploadIs408() {
    Backend.of("servicing").on("/v1/impatient/upload", request -> request.body());
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/servicing/v1/impatient/upload",
              "Authorization: " + Token.bearer("upload"),
              "Content-Length: 1000")
          .write("a little");

      RawClient.Answer refused = client.answer();
      assertThat(refused.status()).isEqualTo(408);
      assertThat(refused.body()).contains("client-too-slow");
    }
  }
}
