package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.Token;

/** A key the realm has just begun to use is fetched within the refresh interval of 30 seconds. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class KeyTurnIT {

  @Test
  void newKeyIsAcceptedAndTheOldOneStillIs() {
    Backend.of("servicing").says("/v1/turned", "ok");
    String turned = Token.of("turned").withNextKey().bearer();

    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                given()
                    .header("Authorization", turned)
                    .when()
                    .get("/api/servicing/v1/turned")
                    .then()
                    .statusCode(200));
    given()
        .header("Authorization", Token.bearer("old-key"))
        .when()
        .get("/api/servicing/v1/turned")
        .then()
        .statusCode(200);
  }
}
