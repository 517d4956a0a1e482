package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** The gateway checks the token itself; the service gets it to check it again. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class TokenIT {

  private static final String PATH = "/api/servicing/v1/tokens";
  private static final long LONG_AGO = 1_000_000_000L;

  @Test
  void noTokenIs401InTheCallersLanguage() {
    given()
        .header("Accept-Language", "en-GB,en;q=0.8,zh;q=0.5")
        .when()
        .get(PATH)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer realm=\"shouxin\"")
        .header("Content-Language", "en")
        .header("Cache-Control", "no-store")
        .body("type", equalTo("https://shouxin.org/problems/token-missing"))
        .body("title", equalTo("Login needed"))
        .body("status", equalTo(401))
        .body("rule", equalTo("TOKEN_MISSING"))
        .body("instance", startsWith("urn:request:"));
    given().when().get(PATH).then().statusCode(401).body("title", equalTo("需要登录"));
    given()
        .header("Accept-Language", "nonsense;;q=x")
        .when()
        .get(PATH)
        .then()
        .statusCode(401)
        .body("title", equalTo("需要登录"));
  }

  @Test
  void validTokenPassesAndIsHandedOn() {
    Backend.of("servicing").says("/v1/tokens", "ok");
    String token = Token.bearer("valid");

    given().header("Authorization", token).when().get(PATH).then().statusCode(200);

    assertThat(Backend.of("servicing").seen("/v1/tokens"))
        .last()
        .satisfies(seen -> assertThat(seen.getHeader("Authorization")).isEqualTo(token));
  }

  @Test
  void everythingElseIs401() {
    String good = Token.bearer("mallory");
    String[] bad = {
      Token.of("a").claim("exp", LONG_AGO).bearer(),
      Token.of("a").claim("nbf", 4_000_000_000L).bearer(),
      Token.of("a").claim("aud", "another-api").bearer(),
      Token.of("a").claim("iss", "http://127.0.0.1/realms/other").bearer(),
      Token.of("a").kid("unknown-key").bearer(),
      Token.of("a").pkcs1().bearer(),
      Token.of("a").unsigned(),
      good.substring(0, good.length() - 8) + "AAAAAAAA",
      good.replace("Bearer ", "Basic "),
      good + " more",
      "Bearer not-a-token",
      "Bearer ",
      "Bearer " + "x".repeat(9_000),
    };
    for (String value : bad) {
      given()
          .header("Authorization", value)
          .when()
          .get(PATH)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("type", endsWith("/token-invalid"))
          .body("detail", not(equalTo("")));
    }
  }

  @Test
  void twoAuthorizationHeadersAreRefused() {
    try (RawClient client = RawClient.open()) {
      client.request(
          "GET",
          PATH,
          "Authorization: " + Token.bearer("one"),
          "Authorization: " + Token.bearer("two"));
      assertThat(client.answer().status()).isEqualTo(401);
    }
  }

  @Test
  void publicPathNeedsNoToken() {
    Backend.of("servicing").says("/v1/bank-webhooks", "ok");

    given().body("{}").when().post("/api/servicing/v1/bank-webhooks").then().statusCode(200);
  }
}
