package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.Token;

/** Point 11: a service that is down takes nothing else with it. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class OutageIT {

  @Test
  void point11CircuitOpensForTheDeadServiceOnlyAndClosesWhenItIsBack() {
    Backend.of("servicing").says("/v1/alive", "ok").says("/q/health/ready", "{\"status\":\"UP\"}");

    await().until(() -> dead().statusCode() == 503);
    Response open = dead();

    assertThat(open.header("Retry-After")).isEqualTo("1");
    assertThat(open.jsonPath().getString("type")).endsWith("/upstream-circuit-open");
    alive();
    given()
        .when()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(services("origination"), startsWith("DOWN"))
        .body(services("servicing"), equalTo("UP"))
        .body("checks.find { it.name == 'realm keys' }.status", equalTo("UP"));
    given().when().get("/q/health/live").then().statusCode(200);

    Backend.of("origination").says("/v1/back", "ok");
    await().until(() -> dead().statusCode() == 200);
    alive();
  }

  private static String services(String name) {
    return "checks.find { it.name == 'services' }.data." + name;
  }

  private static Response dead() {
    return given()
        .header("Authorization", Token.bearer("dead"))
        .when()
        .get("/api/origination/v1/back");
  }

  private static void alive() {
    given()
        .header("Authorization", Token.bearer("alive"))
        .when()
        .get("/api/servicing/v1/alive")
        .then()
        .statusCode(200)
        .body(endsWith("ok"));
  }
}
