package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawBackend;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Points 1 and 2: what services hear from callers, and callers from services. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class HeadersIT {

  @Test
  void point1HeadersFromOutsideAreReplacedByTheGatewaysOwn() {
    Backend.of("servicing").says("/v1/headers", "ok");
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answer =
          client
              .request(
                  "GET",
                  "/api/servicing/v1/headers",
                  "Authorization: " + Token.bearer("headers"),
                  "Cookie: q_session=1",
                  "Forwarded: for=6.6.6.6",
                  "X-Forwarded-For: 6.6.6.6",
                  "X-Forwarded-Host: evil.test",
                  "X-Forwarded-Proto: gopher",
                  "X-Forwarded-Prefix: /evil",
                  "X-Forwarded-User: admin",
                  "X-Real-IP: 6.6.6.6",
                  "X-Request-Id: chosen-outside",
                  "Keep-Alive: timeout=5",
                  "Proxy-Authorization: Basic eA==",
                  "TE: trailers",
                  "Connection: X-Secret, keep-alive",
                  "X-Secret: 1",
                  "baggage: name=somebody",
                  "X-Kept: yes")
              .answer();

      assertThat(answer.status()).isEqualTo(200);
      MultiMap seen = last("/v1/headers");
      assertThat(seen.names())
          .doesNotContain(
              "Cookie",
              "Forwarded",
              "X-Forwarded-User",
              "X-Real-IP",
              "Keep-Alive",
              "Proxy-Authorization",
              "TE",
              "X-Secret",
              "baggage");
      assertThat(seen.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
      assertThat(seen.getAll("X-Forwarded-Host")).containsExactly("gateway.test");
      assertThat(seen.getAll("X-Forwarded-Proto")).containsExactly("http");
      assertThat(seen.getAll("X-Forwarded-Prefix")).containsExactly("/api/servicing");
      assertThat(seen.get("X-Kept")).isEqualTo("yes");
      assertThat(seen.get("Authorization")).startsWith("Bearer ");
      assertThat(seen.getAll("X-Request-Id"))
          .containsExactly(answer.header("X-Request-Id").orElseThrow())
          .doesNotContain("chosen-outside");
    }
  }

  @Test
  void point1ConnectionCantNameAwayWhoCallsOrHowLongTheBodyIs() {
    Backend.of("servicing").says("/v1/named-away", "ok");
    try (RawClient client = RawClient.open()) {
      client
          .request(
              "POST",
              "/api/servicing/v1/named-away",
              "Authorization: " + Token.bearer("named-away"),
              "Connection: Authorization, Content-Length, Idempotency-Key",
              "Idempotency-Key: k1",
              "Content-Length: 2")
          .write("{}");

      assertThat(client.answer().status()).isEqualTo(200);
      MultiMap seen = last("/v1/named-away");
      assertThat(seen.names()).contains("Authorization", "Idempotency-Key");
      assertThat(seen.get("Content-Length")).isEqualTo("2");
    }
  }

  @Test
  void point1AddressIsBelievedFromATrustedProxyOnly() {
    Backend.of("servicing").says("/v1/address", "ok");
    try (RawClient edge = RawClient.from(GatewayStack.TRUSTED)) {
      edge.request(
              "GET",
              "/api/servicing/v1/address",
              "Authorization: " + Token.bearer("address"),
              "X-Forwarded-For: 6.6.6.6, 203.0.113.9")
          .answer();
    }

    assertThat(last("/v1/address").getAll("X-Forwarded-For")).containsExactly("203.0.113.9");
  }

  @Test
  void point2HeadersOfTheServiceStayInside() {
    RawBackend.of("risk")
        .on(
            "/v1/leaky",
            (attempt, socket) ->
                RawBackend.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nConnection: close, X-Leak\r\nX-Leak: 1\r\n"
                        + "Keep-Alive: timeout=9\r\nServer: inside/1\r\nX-Powered-By: inside\r\n"
                        + "Set-Cookie: a=b\r\nAccess-Control-Allow-Origin: *\r\n"
                        + "X-Request-Id: other\r\nX-Frame-Options: ALLOWALL\r\n"
                        + "Proxy-Authenticate: x\r\nTrailer: y\r\nETag: \"1\"\r\n"
                        + "Content-Length: 2\r\n\r\nok"));
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answer =
          client
              .request("GET", "/api/risk/v1/leaky", "Authorization: " + Token.bearer("leaky"))
              .answer();

      assertThat(answer.status()).isEqualTo(200);
      for (String hidden :
          List.of(
              "Connection",
              "X-Leak",
              "Keep-Alive",
              "Server",
              "X-Powered-By",
              "Set-Cookie",
              "Access-Control-Allow-Origin",
              "Proxy-Authenticate",
              "Trailer")) {
        assertThat(answer.header(hidden)).as(hidden).isEmpty();
      }
      assertThat(answer.all("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.all("X-Request-Id")).hasSize(1).doesNotContain("other");
      assertThat(answer.all("ETag")).containsExactly("\"1\"");
    }
  }

  @Test
  void point2LocationOfTheServiceIsToldAsTheGatewaysPath() {
    Backend.of("servicing")
        .on(
            "/v1/created",
            request ->
                request
                    .response()
                    .setStatusCode(201)
                    .putHeader("Location", "http://" + request.authority() + "/v1/loans/1?x=1")
                    .end());
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answer =
          client
              .request(
                  "POST",
                  "/api/servicing/v1/created",
                  "Authorization: " + Token.bearer("created"),
                  "Content-Length: 0")
              .answer();

      assertThat(answer.header("Location")).contains("/api/servicing/v1/loans/1?x=1");
    }
  }

  @Test
  void everyAnswerHasSecurityHeadersAndNoneOpensCors() {
    Backend.of("servicing").says("/v1/secure", "ok");
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answered =
          client
              .request(
                  "GET",
                  "/api/servicing/v1/secure",
                  "Origin: https://evil.test",
                  "Authorization: " + Token.bearer("secure"))
              .answer();
      RawClient.Answer refused = client.request("GET", "/api/servicing/v1/secure").answer();
      RawClient.Answer preflight =
          client
              .request(
                  "OPTIONS",
                  "/api/servicing/v1/secure",
                  "Origin: https://evil.test",
                  "Access-Control-Request-Method: POST")
              .answer();

      for (RawClient.Answer answer : List.of(answered, refused, preflight)) {
        assertThat(answer.all("Strict-Transport-Security")).hasSize(1);
        assertThat(answer.all("Content-Security-Policy")).hasSize(1);
        assertThat(answer.all("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.all("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.all("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers()).noneMatch(line -> line.startsWith("access-control-"));
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      }
      assertThat(preflight.status()).isEqualTo(405);
    }
  }

  private static MultiMap last(String path) {
    var seen = Backend.of("servicing").seen(path);
    return seen.get(seen.size() - 1).headers();
  }
}
