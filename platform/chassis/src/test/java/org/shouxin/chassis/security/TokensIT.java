package org.shouxin.chassis.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.TestTokens;

/**
 * Only a token of our issuer, for us, in time and untouched is taken; every refusal is a problem.
 */
@QuarkusTest
class TokensIT {

  @Test
  void aTokenThatIsNotOursIsRefused() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("expired", TestTokens.expired("somebody", "officer"));
    tokens.put("bad signature", TestTokens.badSignature("somebody", "officer"));
    tokens.put("other audience", TestTokens.wrongAudience("somebody", "officer"));
    tokens.put("other issuer", TestTokens.wrongIssuer("somebody", "officer"));
    tokens.put("alg none", withoutSignature(TestTokens.token("somebody", "officer")));
    tokens.put("tampered", tampered(TestTokens.token("somebody", "borrower")));
    tokens.put("opaque", "opaque");
    tokens.put("empty", "");
    tokens.forEach(
        (name, token) -> {
          Response answer =
              given().header("Authorization", "Bearer " + token).get("/v1/failures/none");
          assertThat(answer.statusCode()).as(name).isEqualTo(401);
          assertThat(answer.contentType()).as(name).startsWith("application/problem+json");
          assertThat(answer.header("WWW-Authenticate")).as(name).startsWith("Bearer");
          assertThat(answer.path("type").toString()).as(name).endsWith("/unauthenticated");
        });
  }

  @Test
  void noTokenIsRefusedBeforeTheBodyIsRead() {
    Response answer = given().contentType("application/json").body("{").post("/v1/things");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.path("type").toString()).endsWith("/unauthenticated");
  }

  @Test
  void anotherRoleIsRefusedBeforeTheBodyIsRead() {
    Response answer =
        given()
            .auth()
            .oauth2(TestTokens.token("somebody", "borrower"))
            .contentType("application/json")
            .body("{")
            .post("/v1/things");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.path("type").toString()).endsWith("/forbidden");
  }

  @Test
  void theCallerIsTheTokensSubjectAtItsClient() {
    given()
        .auth()
        .oauth2(TestTokens.token("somebody", "officer"))
        .get("/v1/failures/none")
        .then()
        .statusCode(200)
        .body(equalTo("somebody " + TestTokens.APP));
  }

  private static String withoutSignature(String token) {
    String header = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    return header + "." + token.split("\\.")[1] + ".";
  }

  private static String tampered(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]));
    return parts[0] + "." + encode(claims.replace("borrower", "officer")) + "." + parts[2];
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
  }
}
