package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 8: one path, one meaning. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PathIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/servicing/v1/../q/metrics",
        "/api/servicing/v1/./loans",
        "/api/servicing/v1/..",
        "/api/servicing/v1/%2e%2e/q/metrics",
        "/api/servicing/v1/%2E./q/metrics",
        "/api/servicing/v1/loans%2f1",
        "/api/servicing/v1/loans%5c1",
        "/api/servicing/v1/loans;x=1",
        "/api/servicing/v1/loans%3bx",
        "/api/servicing//v1/loans",
        "//api/servicing/v1/loans",
        "/api/servicing/v1/loans%00",
        "/api/servicing/v1/loans%0d%0aX-Evil:1",
        "/api/servicing/v1/%252e%252e/x",
        "/api/servicing/v1/%c0%ae%c0%ae/x",
        "/api/servicing/v1/l%6Fans",
        "/api/servicing/v1/loans?x=%00",
        "http://evil.test/api/servicing/v1/loans"
      })
  void point8PathThatCouldMeanTwoThingsIs400(String target) {
    int before = Backend.of("servicing").seen().size();
    try (RawClient client = RawClient.open()) {
      RawClient.Answer refused =
          client.request("GET", target, "Authorization: " + Token.bearer("paths")).answer();

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("malformed-path");
      assertThat(Backend.of("servicing").seen()).hasSize(before);
    }
  }

  @Test
  void point8WhatIsNoUriAtAllDoesNotGetThrough() {
    int before = Backend.of("servicing").seen().size();
    for (String target :
        new String[] {
          "/api/servicing/v1/a\0b",
          "/api/servicing/v1/a\tb",
          "/api/servicing/v1\\loans",
          "/api/servicing/v1/loans%",
          "/api/servicing/v1/loans%zz"
        }) {
      try (RawClient client = RawClient.open()) {
        client.request("GET", target, "Authorization: " + Token.bearer("paths"));
        assertThat(client.answer().status()).isEqualTo(400);
      }
    }
    assertThat(Backend.of("servicing").seen()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "/",
        "/api",
        "/api/",
        "/api/servicing",
        "/api/servicing/",
        "/api/servicing/v2/loans",
        "/api/servicing/v1/loans/",
        "/api/servicing/q/metrics",
        "/api/unknown/v1/loans",
        "/v1/loans",
        "/openapi-ui/index.html",
        "/q/nothing"
      })
  void point8PathNobodyOffersIs404(String target) {
    try (RawClient client = RawClient.open()) {
      RawClient.Answer refused =
          client.request("GET", target, "Authorization: " + Token.bearer("unknown")).answer();

      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.header("Content-Type")).contains("application/problem+json");
      assertThat(refused.body()).contains("path-unknown", "urn:request:");
    }
  }

  @Test
  void point8MethodOutsideTheListIs405AndAClosedPathIs404() {
    try (RawClient client = RawClient.open()) {
      RawClient.Answer wrong =
          client
              .request(
                  "DELETE", "/api/servicing/v1/loans", "Authorization: " + Token.bearer("verbs"))
              .answer();
      RawClient.Answer trace = client.request("TRACE", "/api/servicing/v1/loans").answer();

      assertThat(wrong.status()).isEqualTo(405);
      assertThat(wrong.header("Allow")).contains("GET, HEAD, POST, PUT");
      assertThat(trace.status()).isEqualTo(405);
    }
    try (RawClient client = RawClient.open()) {
      client.request(
          "POST",
          "/api/servicing/v1/internal",
          "Content-Length: 0",
          "Authorization: " + Token.bearer("verbs"));
      assertThat(client.answer().status()).isEqualTo(404);
    }
  }

  @Test
  void point8NormalPathGoesOnAsItIs() {
    Backend.of("servicing").says("/v1/people/%E5%BC%A0", "ok");
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answer =
          client
              .request(
                  "GET",
                  "/api/servicing/v1/people/%E5%BC%A0?page=1&q=a%20b",
                  "Authorization: " + Token.bearer("normal"))
              .answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(Backend.of("servicing").seen("/v1/people/%E5%BC%A0"))
          .last()
          .satisfies(
              seen -> assertThat(seen.uri()).isEqualTo("/v1/people/%E5%BC%A0?page=1&q=a%20b"));
    }
  }
}
