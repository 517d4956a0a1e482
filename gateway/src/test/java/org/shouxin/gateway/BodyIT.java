package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/**
 * Point 5: bodies stream through, are measured on the way, and unread before the token is known.
 */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class BodyIT {

  private static void tellLength(HttpServerRequest request) {
    request.body().onSuccess(body -> request.response().end(Integer.toString(body.length())));
  }

  @Test
  void point5BodiesOfAllSizesStreamThrough() {
    Backend.of("servicing").on("/v1/big", BodyIT::tellLength);
    for (int length : new int[] {1, 20_000, 70_000, 3_000_000}) {
      given()
          .header("Authorization", Token.bearer("big"))
          .body(new byte[length])
          .when()
          .post("/api/servicing/v1/big")
          .then()
          .statusCode(200)
          .body(equalTo(Integer.toString(length)));
    }
  }

  @Test
  void point5DeclaredTooLongIs413BeforeAByteOfIt() {
    Backend.of("servicing").on("/v1/small", BodyIT::tellLength);
    try (RawClient client = RawClient.open()) {
      client.request(
          "POST",
          "/api/servicing/v1/small",
          "Authorization: " + Token.bearer("small"),
          "Content-Length: 16385");

      RawClient.Answer refused = client.answer();
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.body()).contains("body-too-large", "16384");
      assertThat(refused.header("Connection")).contains("close");
      assertThat(Backend.of("servicing").seen("/v1/small")).isEmpty();
    }
  }

  @Test
  void point5TenMegabytesAre413() {
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/servicing/v1/small",
              "Authorization: " + Token.bearer("small"),
              "Content-Length: 10485760")
          .write("x".repeat(100_000));

      assertThat(client.answer().status()).isEqualTo(413);
      assertThat(client.closed()).isTrue();
    }
  }

  @Test
  void point5StreamedTooLongIs413AndTheServiceIsReset() {
    AtomicBoolean reset = new AtomicBoolean();
    Backend.of("servicing")
        .on(
            "/v1/impatient/chunks",
            request -> request.exceptionHandler(gone -> reset.set(true)).handler(chunk -> {}));
    try (RawClient client = RawClient.open()) {
      client.request(
          "POST",
          "/api/servicing/v1/impatient/chunks",
          "Authorization: " + Token.bearer("chunks"),
          "Transfer-Encoding: chunked");
      String chunk = "x".repeat(0x8000);
      for (int i = 0; i < 9; i++) {
        client.write("8000\r\n" + chunk + "\r\n");
      }

      RawClient.Answer refused = client.answer();
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.body()).contains("body-too-large");
      await().untilTrue(reset);
    }
  }

  @Test
  void point5TokenIsCheckedBeforeTheBodyIsSent() {
    Backend.of("servicing").on("/v1/unread", BodyIT::tellLength);
    try (RawClient client = RawClient.open()) {
      client.request("POST", "/api/servicing/v1/unread", "Content-Length: 1000");

      assertThat(client.answer().status()).isEqualTo(401);
      assertThat(Backend.of("servicing").seen("/v1/unread")).isEmpty();
    }
  }

  @Test
  void point5TwoLengthsAreRefusedOrReadAsOne() {
    Backend.of("servicing").on("/v1/smuggle", BodyIT::tellLength);
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/servicing/v1/smuggle",
              "Authorization: " + Token.bearer("smuggle"),
              "Content-Length: 6",
              "Transfer-Encoding: chunked")
          .write("0\r\n\r\nGET /api/servicing/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(client.answer().status()).isIn(200, 400);
      assertThat(Backend.of("servicing").seen("/v1/smuggled")).isEmpty();
    }
  }

  @Test
  void point5MalformedLengthsAreRefused() {
    for (String length : new String[] {"-1", "abc", "99999999999999999999"}) {
      try (RawClient client = RawClient.open()) {
        client.request(
            "POST",
            "/api/servicing/v1/big",
            "Authorization: " + Token.bearer("big"),
            "Content-Length: " + length);

        assertThat(client.answer().status()).as(length).isEqualTo(400);
      }
    }
  }
}
