package org.shouxin.servicing.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Origination's contact register, played by WireMock. */
public final class OriginationStub implements QuarkusTestResourceLifecycleManager {

  private static final String PORT = "test.origination.port";
  private static final String PATH = "/v1/contact-disclosures";

  private WireMockServer server;

  @Override
  public Map<String, String> start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    return Map.of("shouxin.peers.origination.url", server.baseUrl());
  }

  @Override
  public void stop() {
    server.stop();
  }

  /** The borrower can be reached by this channel. */
  public static void reachable(String borrowerId, String channel, String address) {
    client()
        .register(
            post(PATH)
                .withRequestBody(matchingJsonPath("$.borrowerId", WireMock.equalTo(borrowerId)))
                .withRequestBody(matchingJsonPath("$.channel", WireMock.equalTo(channel)))
                .withRequestBody(
                    matchingJsonPath("$.purpose", WireMock.equalTo("REPAYMENT_REMINDER")))
                .willReturn(
                    okJson(
                        """
                        {"disclosureId":"d-1","channel":"%s","address":"%s","status":"ACTIVE",
                         "contactPointId":"c-1","language":"en","zone":"Asia/Shanghai"}"""
                            .formatted(channel, address))));
  }

  /** The borrower must not be contacted by this channel. */
  public static void blocked(String borrowerId, String channel, String status) {
    client()
        .register(
            post(PATH)
                .withRequestBody(matchingJsonPath("$.borrowerId", WireMock.equalTo(borrowerId)))
                .withRequestBody(matchingJsonPath("$.channel", WireMock.equalTo(channel)))
                .willReturn(
                    aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(
                            """
                            {"status":409,"rule":"CONTACT_POINT_BLOCKED","contactStatus":"%s"}"""
                                .formatted(status))));
  }

  /** Questions about the borrower are passed on to another server. */
  public static void proxied(String borrowerId, String url) {
    client()
        .register(
            post(PATH)
                .withRequestBody(matchingJsonPath("$.borrowerId", WireMock.equalTo(borrowerId)))
                .willReturn(aResponse().proxiedFrom(url)));
  }

  private static WireMock client() {
    return new WireMock("localhost", Integer.getInteger(PORT));
  }
}
