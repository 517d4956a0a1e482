package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.AccessMatrix;
import org.shouxin.localstack.testing.TestTokens;

/** Every endpoint by every role; and who is no service of origination's may not ask. */
@QuarkusTest
class AccessMatrixIT extends Component {

  @TestHTTPResource("/")
  URI service;

  @Test
  void everyOperationByEveryRole() {
    assertThat(AccessMatrix.of(service).verify()).isGreaterThan(200);
  }

  @Test
  void onlyOriginationMayAsk() {
    RestAssured.given()
        .header("Authorization", "Bearer " + TestTokens.serviceToken("servicing"))
        .header("Idempotency-Key", "k")
        .contentType("application/json")
        .body(Question.sound().json())
        .post("/v1/assessments")
        .then()
        .statusCode(403);
  }

  @Test
  void anExpiredOrForgedTokenIsRefused() {
    for (String token :
        new String[] {
          TestTokens.expired("a", "auditor"),
          TestTokens.badSignature("a", "auditor"),
          TestTokens.wrongAudience("a", "auditor"),
          TestTokens.wrongIssuer("a", "auditor")
        }) {
      RestAssured.given()
          .header("Authorization", "Bearer " + token)
          .get("/v1/reports/summary")
          .then()
          .statusCode(401);
    }
  }
}
