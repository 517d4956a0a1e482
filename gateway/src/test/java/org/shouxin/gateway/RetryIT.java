package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawBackend;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 6: what may be sent twice is sent twice, once; everything else once. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class RetryIT {

  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

  private static RawBackend breaksFirst(String path) {
    return RawBackend.of("risk")
        .on(
            path,
            (attempt, socket) -> {
              if (attempt > 1) {
                RawBackend.write(socket, OK);
              }
            });
  }

  @Test
  void point6GetIsTriedOnceMore() {
    RawBackend risk = breaksFirst("/v1/retry-get");

    given()
        .header("Authorization", Token.bearer("retry"))
        .when()
        .get("/api/risk/v1/retry-get")
        .then()
        .statusCode(200)
        .body(equalTo("ok"));

    assertThat(risk.count("/v1/retry-get")).isEqualTo(2);
  }

  @Test
  void point6SecondFailureIs502() {
    RawBackend risk = RawBackend.of("risk").on("/v1/retry-never", (attempt, socket) -> {});

    given()
        .header("Authorization", Token.bearer("retry"))
        .when()
        .get("/api/risk/v1/retry-never")
        .then()
        .statusCode(502)
        .contentType("application/problem+json")
        .body("type", endsWith("/upstream-failed"));

    assertThat(risk.count("/v1/retry-never")).isEqualTo(2);
  }

  @Test
  void point6PostWithoutAKeyIsSentOnce() {
    RawBackend risk = breaksFirst("/v1/retry-post");

    given()
        .header("Authorization", Token.bearer("retry"))
        .body("{}")
        .when()
        .post("/api/risk/v1/retry-post")
        .then()
        .statusCode(502);

    assertThat(risk.count("/v1/retry-post")).isEqualTo(1);
  }

  @Test
  void point6SmallPostWithAKeyIsSentAgainWithTheSameBody() {
    RawBackend risk = breaksFirst("/v1/retry-key");
    String body = "{\"amount\":\"1250.00\"}";

    given()
        .header("Authorization", Token.bearer("retry"))
        .header("Idempotency-Key", "key-1")
        .body(body)
        .when()
        .post("/api/risk/v1/retry-key")
        .then()
        .statusCode(200);

    assertThat(risk.count("/v1/retry-key")).isEqualTo(2);
    assertThat(risk.received().stream().filter(seen -> seen.contains("/v1/retry-key ")))
        .hasSize(2)
        .allSatisfy(seen -> assertThat(seen).endsWith(body).contains("key-1"));
  }

  @Test
  void point6LongPostWithAKeyIsSentOnce() {
    RawBackend risk = breaksFirst("/v1/retry-long");

    given()
        .header("Authorization", Token.bearer("retry"))
        .header("Idempotency-Key", "key-2")
        .body("x".repeat(70_000))
        .when()
        .post("/api/risk/v1/retry-long")
        .then()
        .statusCode(502);

    assertThat(risk.count("/v1/retry-long")).isEqualTo(1);
  }

  @Test
  void point6StreamedPostWithAKeyIsSentOnce() {
    RawBackend risk = breaksFirst("/v1/retry-stream");
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/risk/v1/retry-stream",
              "Authorization: " + Token.bearer("retry"),
              "Idempotency-Key: key-3",
              "Transfer-Encoding: chunked")
          .write("2\r\n{}\r\n0\r\n\r\n");

      assertThat(client.answer().status()).isEqualTo(502);
      assertThat(risk.count("/v1/retry-stream")).isEqualTo(1);
    }
  }
}
