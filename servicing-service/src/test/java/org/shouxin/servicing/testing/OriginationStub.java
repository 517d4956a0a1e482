package org.shouxin.servicing.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
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
  private static final String WISHES = "/v1/borrowers/%s/contact-wishes";
  private static final String AT_ANY_HOUR =
      "{\"from\":\"00:00\",\"to\":\"24:00\",\"nightAgreed\":true}";

  private WireMockServer server;

  @Override
  public Map<String, String> start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    agreesToAnyHour("[^/]+");
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
                    matchingJsonPath(
                        "$.purpose", WireMock.matching("REPAYMENT_REMINDER|LEGAL_NOTICE")))
                .willReturn(
                    okJson(
                        """
                        {"disclosureId":"d-1","channel":"%s","address":"%s","status":"ACTIVE",
                         "contactPointId":"c-1","language":"en","zone":"Asia/Shanghai"}"""
                            .formatted(channel, address))));
  }

  /** Who is not told otherwise agrees to be reminded at any hour, so that no test waits for one. */
  private static void agreesToAnyHour(String borrowerId) {
    wishes(borrowerId, AT_ANY_HOUR, true, 10);
  }

  /** The borrower does not agree to be contacted. */
  public static void withoutConsent(String borrowerId) {
    wishes(borrowerId, AT_ANY_HOUR, false, 1);
  }

  /** The borrower wants to be reminded in these hours, Beijing time, only. */
  public static void hours(String borrowerId, String from, String to) {
    String hours = "{\"from\":\"%s\",\"to\":\"%s\",\"nightAgreed\":true}";
    wishes(borrowerId, hours.formatted(from, to), true, 1);
  }

  private static void wishes(String borrowerId, String hours, boolean consent, int priority) {
    client()
        .register(
            get(WireMock.urlPathMatching(WISHES.formatted(borrowerId)))
                .atPriority(priority)
                .willReturn(
                    okJson(
                        """
                        {"preferredChannel":"SMS","language":"en","zone":"Asia/Shanghai",
                         "hours":%s,"contactConsent":%s}"""
                            .formatted(hours, consent))));
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

  /** The question how the borrower wants to be reminded is passed on to another server. */
  public static void wishesProxied(String borrowerId, String url) {
    client()
        .register(
            get(WISHES.formatted(borrowerId))
                .atPriority(1)
                .willReturn(aResponse().proxiedFrom(url)));
  }

  private static WireMock client() {
    return new WireMock("localhost", Integer.getInteger(PORT));
  }
}
