package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;
import org.shouxin.gateway.testing.RawClient;
import org.shouxin.gateway.testing.Token;

/** Point 3: a WebSocket handshake is no way around the gateway. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class WebSocketIT {

  private static final String[] HANDSHAKE = {
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
  };

  @Test
  void point3HandshakeIsRefusedAndNeverReachesTheService() {
    Backend.of("servicing").says("/v1/socket", "reached");
    try (RawClient stranger = RawClient.open();
        RawClient known = RawClient.open()) {
      stranger.request("GET", "/api/servicing/v1/socket", HANDSHAKE);
      known.request(
          "GET",
          "/api/servicing/v1/socket",
          HANDSHAKE[0],
          HANDSHAKE[1],
          HANDSHAKE[2],
          HANDSHAKE[3],
          "Authorization: " + Token.bearer("socket"));

      RawClient.Answer refused = known.answer();
      assertThat(stranger.answer().status()).isEqualTo(400);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("upgrade-refused");
      assertThat(Backend.of("servicing").seen("/v1/socket")).isEmpty();
    }
  }

  @Test
  void point3OfferOfClearTextHttp2IsNotTakenUp() {
    Backend.of("servicing").says("/v1/offer", "ok");
    try (RawClient client = RawClient.open()) {
      RawClient.Answer answer =
          client
              .request(
                  "GET",
                  "/api/servicing/v1/offer",
                  "Authorization: " + Token.bearer("offer"),
                  "Connection: Upgrade, HTTP2-Settings",
                  "Upgrade: h2c",
                  "HTTP2-Settings: AAMAAABkAAQAAP__")
              .answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(Backend.of("servicing").seen("/v1/offer"))
          .last()
          .satisfies(
              seen ->
                  assertThat(seen.headers().names()).doesNotContain("Upgrade", "HTTP2-Settings"));
    }
  }
}
