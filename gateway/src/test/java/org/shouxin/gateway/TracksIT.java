package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawBackend;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 12: a request can be followed, and what it carried can't. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class TracksIT {

  private static final PatternFormatter MESSAGE_ONLY = new PatternFormatter("%m");

  @Inject InMemorySpanExporter spans;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(MESSAGE_ONLY.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(recorder);
  }

  @AfterEach
  void leave() {
    Logger.getLogger("").removeHandler(recorder);
  }

  private String line(String requestId) {
    await().until(() -> lines.stream().anyMatch(line -> line.contains(requestId)));
    return lines.stream().filter(line -> line.contains(requestId)).findFirst().orElseThrow();
  }

  @Test
  void point12AccessLineNamesTheRouteAndNothingOfTheContent() {
    Backend.of("servicing").says("/v1/secret-path", "secret-answer");
    String requestId =
        given()
            .header("Authorization", Token.bearer("secret-subject"))
            .header("Cookie", "secret-cookie=1")
            .header("X-Note", "secret-header")
            .queryParam("phone", "secret-query")
            .body("secret-body")
            .when()
            .post("/api/servicing/v1/secret-path")
            .then()
            .statusCode(200)
            .extract()
            .header("X-Request-Id");

    assertThat(line(requestId))
        .containsPattern(
            "method=POST route=/api/servicing/v1/\\*\\* status=200 upstream=200 ms=\\d+ "
                + "subject=[0-9a-f]{16} client=shouxin-app request="
                + requestId);
    assertThat(lines).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void point12RefusedRequestsHaveALineToo() {
    String requestId =
        given().when().get("/api/servicing/v1/x?phone=1").then().extract().header("X-Request-Id");

    assertThat(line(requestId)).contains("status=401 upstream=0").contains("subject=- client=-");
  }

  @Test
  void point12AnswersBrokenOffHaveALineToo() {
    RawBackend.of("risk")
        .on(
            "/v1/broken-off",
            (attempt, socket) ->
                RawBackend.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"));
    try (RawClient client = RawClient.open()) {
      client.request(
          "GET", "/api/risk/v1/broken-off", "Authorization: " + Token.bearer("broken-off"));
      String requestId = client.bodyless().header("X-Request-Id").orElseThrow();

      assertThat(line(requestId)).contains("status=502 upstream=200");
    }
  }

  @Test
  void point12SpanHasTheRouteAndTheServicesStatus() {
    Backend.of("servicing")
        .on("/v1/traced", request -> request.response().setStatusCode(418).end());
    String requestId =
        given()
            .header("Authorization", Token.bearer("traced"))
            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .when()
            .get("/api/servicing/v1/traced?phone=secret-query")
            .then()
            .statusCode(418)
            .extract()
            .header("X-Request-Id");

    await().until(() -> span(requestId) != null);
    SpanData span = span(requestId);
    assertThat(span.getName()).isEqualTo("GET /api/servicing/v1/**");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("http.route")))
        .isEqualTo("/api/servicing/v1/**");
    assertThat(span.getAttributes().get(AttributeKey.longKey("shouxin.upstream.status_code")))
        .isEqualTo(418);
    assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(Backend.of("servicing").seen("/v1/traced"))
        .last()
        .satisfies(
            seen ->
                assertThat(seen.headers().getAll("traceparent"))
                    .singleElement()
                    .asString()
                    .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01")
                    .doesNotContain("b7ad6b7169203331"));
  }

  private SpanData span(String requestId) {
    return spans.getFinishedSpanItems().stream()
        .filter(
            span ->
                requestId.equals(
                    span.getAttributes().get(AttributeKey.stringKey("shouxin.request.id"))))
        .findFirst()
        .orElse(null);
  }
}
