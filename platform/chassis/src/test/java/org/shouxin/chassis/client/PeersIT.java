package org.shouxin.chassis.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.TestTokens;

/** A peer may be newer, slow or unwilling; none of it reaches our caller as such. */
@QuarkusTest
class PeersIT {

  private static final long ANSWER_MS_MAX = 5_000;
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Inject Clock clock;

  @Test
  void aNewerPeersExtraFieldsAreIgnored() {
    Response answer = ask("newer");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.path("rate").toString()).isEqualTo("0.18");
  }

  @Test
  void theTraceGoesOn() {
    assertThat(ask("newer").path("traceparent").toString()).contains(TRACE);
  }

  @Test
  void aSlowPeerIsNotWaitedFor() {
    long start = clock.millis();
    Response answer = ask("slow");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(clock.millis() - start).isLessThan(ANSWER_MS_MAX);
  }

  @Test
  void aPeersRefusalIsNotTheCallers() {
    assertThat(ask("refuses").statusCode()).isEqualTo(503);
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(ask("redirects").statusCode()).isNotEqualTo(200);
  }

  private static Response ask(String how) {
    return given()
        .auth()
        .oauth2(TestTokens.token("somebody", "officer"))
        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
        .get("/v1/asked/" + how);
  }
}
