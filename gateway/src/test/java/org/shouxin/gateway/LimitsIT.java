package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 10: limits before the token is looked at, and after. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class LimitsIT {

  private static final int ADDRESS_MAX = 1000;
  private static final int CLIENT_MAX = 500;
  private static final int CODES_MAX = 3;
  private static final int WEBHOOKS_MAX = 4;

  @Test
  void point10AddressIsLimitedBeforeTheToken() {
    try (RawClient client = RawClient.from("127.0.0.9")) {
      for (int i = 0; i < ADDRESS_MAX; i++) {
        assertThat(client.request("GET", "/api/servicing/v1/x").answer().status()).isEqualTo(401);
      }
      RawClient.Answer refused = client.request("GET", "/api/servicing/v1/x").answer();

      assertLimited(refused, "address");
      RawClient.Answer badPath = client.request("GET", "/a/../b").answer();
      assertThat(badPath.status()).isEqualTo(429);
      RawClient.Answer probe = client.request("GET", "/q/health/live").answer();
      assertThat(probe.status()).isEqualTo(200);
    }
    try (RawClient other = RawClient.from("127.0.0.10")) {
      assertThat(other.request("GET", "/api/servicing/v1/x").answer().status()).isEqualTo(401);
    }
  }

  @Test
  void point10SubjectIsLimitedPerRouteClass() {
    Backend.of("servicing").says("/v1/codes", "ok").says("/v1/limited", "ok");
    try (RawClient client = RawClient.open()) {
      for (int i = 0; i < CODES_MAX; i++) {
        RawClient.Answer passed = code(client, "subject-1");
        assertThat(passed.status()).isEqualTo(200);
        assertThat(passed.header("RateLimit").orElseThrow())
            .startsWith("\"one-time-code\";r=" + (CODES_MAX - 1 - i) + ";t=");
        assertThat(passed.header("RateLimit-Policy")).contains("\"one-time-code\";q=3;w=3600");
      }
      assertLimited(code(client, "subject-1"), "one-time-code");
    }
    try (RawClient client = RawClient.open()) {
      assertThat(code(client, "subject-2").status()).isEqualTo(200);
      RawClient.Answer otherClass =
          client
              .request(
                  "GET", "/api/servicing/v1/limited", "Authorization: " + Token.bearer("subject-1"))
              .answer();
      assertThat(otherClass.status()).isEqualTo(200);
    }
  }

  private static RawClient.Answer code(RawClient client, String subject) {
    return client
        .request(
            "POST",
            "/api/servicing/v1/codes",
            "Content-Length: 0",
            "Authorization: " + Token.bearer(subject))
        .answer();
  }

  @Test
  void point10ClientIsLimitedOverAllItsSubjects() {
    Backend.of("servicing").says("/v1/by-client", "ok");
    try (RawClient client = RawClient.from("127.0.0.11")) {
      String token = "";
      RawClient.Answer last = null;
      for (int i = 0; i <= CLIENT_MAX; i++) {
        if (i % 50 == 0) {
          token = Token.of("user-" + i).claim("azp", "partner-1").bearer();
        }
        last =
            client
                .request("GET", "/api/servicing/v1/by-client", "Authorization: " + token)
                .answer();
        assertThat(last.status()).isEqualTo(i < CLIENT_MAX ? 200 : 429);
      }
      assertLimited(last, "client");
    }
  }

  @Test
  void point10PublicPathIsLimitedPerAddress() {
    Backend.of("servicing").says("/v1/bank-webhooks", "ok");
    try (RawClient client = RawClient.from("127.0.0.12")) {
      for (int i = 0; i < WEBHOOKS_MAX; i++) {
        assertThat(webhook(client).status()).isEqualTo(200);
      }
      assertLimited(webhook(client), "webhook");
    }
    try (RawClient other = RawClient.from("127.0.0.13")) {
      assertThat(webhook(other).status()).isEqualTo(200);
    }
  }

  private static RawClient.Answer webhook(RawClient client) {
    return client.request("POST", "/api/servicing/v1/bank-webhooks", "Content-Length: 0").answer();
  }

  private static void assertLimited(RawClient.Answer refused, String limit) {
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isPositive();
    assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"" + limit + "\";r=0;");
    assertThat(refused.header("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("rate-limited", "\"limit\":\"" + limit + "\"");
  }
}
