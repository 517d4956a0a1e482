package org.shouxin.chassis.app;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A peer that is a release ahead, slow, or refuses. */
public class PeerStub implements QuarkusTestResourceLifecycleManager {

  private static final int SLOW_MS = 6_000;

  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .globalTemplating(true));

  @Override
  public Map<String, String> start() {
    server.start();
    String answer =
        "{\"name\":\"n\",\"rate\":0.18,\"added\":{\"later\":true},"
            + "\"traceparent\":\"{{request.headers.traceparent}}\"}";
    server.stubFor(WireMock.get("/peer/newer").willReturn(WireMock.okJson(answer)));
    server.stubFor(
        WireMock.get("/peer/slow").willReturn(WireMock.okJson(answer).withFixedDelay(SLOW_MS)));
    server.stubFor(WireMock.get("/peer/refuses").willReturn(WireMock.forbidden()));
    server.stubFor(
        WireMock.get("/peer/redirects")
            .willReturn(WireMock.temporaryRedirect(server.baseUrl() + "/peer/newer")));
    return Map.of("quarkus.rest-client.peer.url", server.baseUrl());
  }

  @Override
  public void stop() {
    server.stop();
  }
}
