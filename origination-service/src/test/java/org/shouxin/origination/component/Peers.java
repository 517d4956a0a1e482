package org.shouxin.origination.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Doubles of the risk and servicing services. What they answer hangs on the amount asked: the
 * constants below name the cases, every other amount is approved up to 100,000.00 at 18 %.
 */
public final class Peers implements QuarkusTestResourceLifecycleManager {

  /** Declined with a reason of the risk service. */
  static final String DECLINED = "61000.00";

  /** Referred, with a limit and a rate. */
  static final String REFERRED = "62000.00";

  /** The risk service answers 503 until {@link #riskWakesUp} is called. */
  static final String RISK_DOWN = "63000.00";

  /** Approved, but the schedule would cost more than the cap. */
  static final String TOO_DEAR = "64000.00";

  /** Approved, but servicing refuses the schedule by the cap of the contract's day. */
  static final String REFUSED = "67000.00";

  /** Approved, but servicing answers 503 until {@link #servicingWakesUp} is called. */
  static final String SERVICING_DOWN = "65000.00";

  /** The risk service's answer leaves out what an approval needs. */
  static final String INCOMPLETE = "66000.00";

  private static final String PORT = "shouxin.test.origination.peers";
  private static final int SCENARIO = 1;
  private static final String ASSESSMENTS = "/v1/assessments";
  private static final String PREVIEW = "/v1/schedules/preview";

  private WireMockServer server;

  @Override
  public Map<String, String> start() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .globalTemplating(true));
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    ordinary(client());
    String url = "http://127.0.0.1:" + server.port();
    return Map.of(
        "quarkus.rest-client.risk.url",
        url,
        "quarkus.rest-client.servicing.url",
        url,
        "shouxin.origination.resume.every",
        "1s",
        "shouxin.origination.resume.patience",
        "2S");
  }

  @Override
  public void stop() {
    server.stop();
  }

  /** A client of the doubles, for stubs and for what was asked of them. */
  static WireMock client() {
    return new WireMock("127.0.0.1", Integer.getInteger(PORT));
  }

  static void riskWakesUp() {
    client().register(assessment(RISK_DOWN, approved("100000.00")).atPriority(SCENARIO));
  }

  static void riskGoesDown() {
    client().register(assessment(RISK_DOWN, status(503)).atPriority(SCENARIO));
  }

  static void servicingWakesUp() {
    client().register(preview(SERVICING_DOWN, schedule("0.1800")).atPriority(SCENARIO));
  }

  static void servicingRefuses(String amount) {
    client().register(preview(amount, aboveTheCap()).atPriority(SCENARIO));
  }

  static void servicingGoesDown() {
    client().register(preview(SERVICING_DOWN, status(503)).atPriority(SCENARIO));
  }

  private static void ordinary(WireMock peers) {
    peers.register(post(ASSESSMENTS).willReturn(copy(approved("100000.00"))));
    peers.register(assessment(DECLINED, judged("DECLINED", "0.00", "BLACKLISTED", "命中共享黑名单")));
    peers.register(assessment(REFERRED, judged("REFERRED", "30000.00", "THIN_FILE", "信用记录不足")));
    peers.register(assessment(RISK_DOWN, status(503)));
    peers.register(
        assessment(
            INCOMPLETE,
            json(
                201,
                "{\"assessmentId\":\"{{randomValue type='UUID'}}\",\"outcome\":\"APPROVED\"}")));
    peers.register(post(PREVIEW).willReturn(copy(schedule("0.1800"))));
    peers.register(preview(TOO_DEAR, schedule("0.2401")));
    peers.register(preview(SERVICING_DOWN, status(503)));
    peers.register(preview(REFUSED, aboveTheCap()));
  }

  private static ResponseDefinition aboveTheCap() {
    return json(
        422,
        """
        {"type":"https://shouxin.org/problems/cn-price-01","title":"Unprocessable Content",
         "status":422,"rule":"CN-PRICE-01"}""");
  }

  private static MappingBuilder assessment(String amount, ResponseDefinition answer) {
    return post(ASSESSMENTS)
        .withRequestBody(matchingJsonPath("$.amount.amount", equalTo(amount)))
        .withHeader("Authorization", WireMock.matching("Bearer .+"))
        .atPriority(2)
        .willReturn(copy(answer));
  }

  private static MappingBuilder preview(String amount, ResponseDefinition answer) {
    return post(PREVIEW)
        .withRequestBody(matchingJsonPath("$.principal.amount", equalTo(amount)))
        .atPriority(2)
        .willReturn(copy(answer));
  }

  private static ResponseDefinition approved(String limit) {
    return judged("APPROVED", limit, "GOOD_HISTORY", "还款记录良好");
  }

  private static ResponseDefinition judged(String outcome, String limit, String code, String text) {
    return json(
        201,
        """
        {"assessmentId":"{{randomValue type='UUID'}}","outcome":"%s","score":640,"grade":"B",
         "limit":{"amount":"%s","currency":"CNY"},"annualRate":"0.180000",
         "reasons":[{"code":"%s","text":"%s"}],"policyVersion":"cn-1","scorecardVersion":"s-1",
         "expiresAt":"2030-01-01T00:00:00Z"}"""
            .formatted(outcome, limit, code, text));
  }

  private static ResponseDefinition schedule(String annualPercentageRate) {
    String principal =
        "{\"amount\":\"{{jsonPath request.body '$.principal.amount'}}\",\"currency\":\"CNY\"}";
    return json(
        200,
        """
        {"instalments":[{"number":1,"dueDate":"2027-01-05","principal":%1$s,
          "interest":{"amount":"90.00","currency":"CNY"},"fees":{"amount":"0.00","currency":"CNY"},
          "total":%1$s,"balance":{"amount":"0.00","currency":"CNY"}}],
         "totals":{"principal":%1$s,"interest":{"amount":"90.00","currency":"CNY"},
          "fees":{"amount":"0.00","currency":"CNY"},"total":%1$s},
         "annualPercentageRate":"%2$s","effectiveAnnualRate":"0.1956","fees":[],
         "lateConsequences":{"graceDays":3,"penaltyDailyRate":"0.00065754",
          "penaltyAnnualRate":"0.240000","capRule":"CN-PRICE-01"},
         "terms":{"principal":%1$s,"annualRate":"0.18","instalments":12,"startDate":"2026-12-05",
          "method":"{{jsonPath request.body '$.method'}}"}}"""
            .formatted(principal, annualPercentageRate));
  }

  private static ResponseDefinition status(int status) {
    return aResponse().withStatus(status).build();
  }

  private static ResponseDefinition json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json;charset=UTF-8")
        .withBody(body)
        .build();
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder copy(
      ResponseDefinition answer) {
    return com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.like(answer);
  }
}
