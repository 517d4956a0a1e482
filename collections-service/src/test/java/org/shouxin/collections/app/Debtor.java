package org.shouxin.collections.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouxin.localstack.standin.RegisteredPerson;
import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.TestTokens;

/**
 * A debtor with a phone line in the stand-ins' world, contact points at origination and a loan at
 * servicing, both played by WireMock; and a collector's hands on the debtor's case.
 */
public final class Debtor {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final StandInAdmin STAND_INS =
      new StandInAdmin(URI.create(LocalStackResource.standInUrl()));

  public final UUID borrowerId = UUID.randomUUID();
  public final UUID loanId = UUID.randomUUID();
  public final String phone;
  public final String mail;
  public final String device;
  private UUID numberPoint = UUID.randomUUID();
  private UUID caseId;

  private Debtor(boolean answersCalls, String zone) {
    int number = NUMBER.incrementAndGet();
    phone = "+8613%09d".formatted(910_000_000 + number);
    mail = "debtor" + number + "@example.org";
    device = "device-" + number;
    STAND_INS.enter(
        RegisteredPerson.of("测试甲", "ID" + number, phone, "6222%012d".formatted(number))
            .withLine(30, answersCalls));
    if (zone != null) {
      discloses(zone);
      checkSays("ACTIVE");
      owes("1000.00");
      cleared("0.00");
    }
  }

  /** One of many: origination answers for all of them by {@link #discloseTheCrowd}. */
  public static Debtor ofTheCrowd() {
    return new Debtor(true, null);
  }

  /** One stub for any number of debtors, so that WireMock's own search costs nothing. */
  public static void discloseTheCrowd() {
    Neighbours.stubs()
        .register(
            WireMock.post("/v1/contact-disclosures")
                .willReturn(
                    WireMock.okJson(
                            """
                            {"address":"+8613910000001","language":"zh-CN","zone":"Asia/Shanghai",
                             "contactPointId":"{{jsonPath request.body '$.borrowerId'}}"}""")
                        .withTransformers("response-template")));
  }

  /** Reachable, in Shanghai, answers calls. */
  public static Debtor reachable() {
    return new Debtor(true, "Asia/Shanghai");
  }

  public static Debtor whoNeverAnswers() {
    return new Debtor(false, "Asia/Shanghai");
  }

  public static Debtor inZone(String zone) {
    return new Debtor(true, zone);
  }

  public static StandInAdmin standIns() {
    return STAND_INS;
  }

  private void discloses(String zone) {
    discloses("SMS", phone, numberPoint, zone);
    discloses("VOICE", phone, numberPoint, zone);
    discloses("EMAIL", mail, UUID.randomUUID(), zone);
    discloses("APP_PUSH", device, UUID.randomUUID(), zone);
  }

  private void discloses(String channel, String address, UUID point, String zone) {
    Map<String, Object> told = new HashMap<>();
    told.put("disclosureId", UUID.randomUUID());
    told.put("channel", channel);
    told.put("address", address);
    told.put("contactPointId", point);
    told.put("status", "ACTIVE");
    told.put("language", "zh-CN");
    told.put("zone", zone);
    Neighbours.stubs().register(disclosure(channel).willReturn(WireMock.jsonResponse(told, 200)));
  }

  private MappingBuilder disclosure(String channel) {
    return WireMock.post("/v1/contact-disclosures")
        .withRequestBody(
            WireMock.matchingJsonPath("$.borrowerId", WireMock.equalTo(borrowerId.toString())))
        .withRequestBody(WireMock.matchingJsonPath("$.channel", WireMock.equalTo(channel)))
        .withRequestBody(WireMock.matchingJsonPath("$.purpose", WireMock.equalTo("COLLECTION")));
  }

  /** Origination keeps the channel closed. */
  public void blocked(String channel) {
    Neighbours.stubs()
        .register(
            disclosure(channel)
                .willReturn(
                    WireMock.jsonResponse(
                        Map.of("rule", "CONTACT_POINT_BLOCKED", "contactStatus", "NONE"), 409)));
  }

  /** Origination cannot answer. */
  public void disclosureFails(String channel) {
    Neighbours.stubs().register(disclosure(channel).willReturn(WireMock.serverError()));
  }

  /** How often origination was asked for an address of this debtor. */
  public int disclosures() {
    return Neighbours.stubs()
        .find(
            WireMock.postRequestedFor(WireMock.urlEqualTo("/v1/contact-disclosures"))
                .withRequestBody(
                    WireMock.matchingJsonPath(
                        "$.borrowerId", WireMock.equalTo(borrowerId.toString()))))
        .size();
  }

  /** Another loan of the same debtor falls behind. */
  public UUID secondCase() {
    UUID other = UUID.randomUUID();
    Map<String, Object> payload = new HashMap<>(delinquencyPayload("M1", 5, Days.today()));
    payload.put("loanId", other);
    Topics.send(Topics.LOAN, other.toString(), "servicing.delinquency.changed.v1", payload);
    return UUID.fromString(
        await()
            .atMost(SOON)
            .until(
                () -> Database.strings("select id from collection_case where loan_id = ?", other),
                found -> found.size() == 1)
            .get(0));
  }

  /** The debtor gave another number, which origination verified. */
  public void takesNewNumber() {
    numberPoint = UUID.randomUUID();
    discloses("SMS", phone, numberPoint, "Asia/Shanghai");
    discloses("VOICE", phone, numberPoint, "Asia/Shanghai");
  }

  public void checkSays(String status) {
    Neighbours.stubs()
        .register(
            WireMock.post("/v1/borrowers/" + borrowerId + "/number-checks")
                .willReturn(
                    WireMock.jsonResponse(
                        Map.of("status", status, "checkedAt", "2026-03-02T01:00:00Z"), 200)));
  }

  public void owes(String payoff) {
    Neighbours.stubs()
        .register(
            WireMock.get(WireMock.urlPathEqualTo("/v1/loans/" + loanId + "/balance"))
                .willReturn(
                    WireMock.jsonResponse(Map.of("loanId", loanId, "payoff", cny(payoff)), 200)));
  }

  public void cleared(String amount) {
    Neighbours.stubs()
        .register(
            WireMock.get(WireMock.urlPathEqualTo("/v1/loans/" + loanId + "/cleared"))
                .willReturn(
                    WireMock.jsonResponse(Map.of("loanId", loanId, "cleared", cny(amount)), 200)));
  }

  public static Map<String, String> cny(String amount) {
    return Map.of("amount", amount, "currency", "CNY");
  }

  /** Servicing reports how late the loan is. */
  public Topics.Event delinquency(String stage, int daysPastDue, LocalDate on) {
    return Topics.send(
        Topics.LOAN,
        loanId.toString(),
        "servicing.delinquency.changed.v1",
        delinquencyPayload(stage, daysPastDue, on));
  }

  public Map<String, Object> delinquencyPayload(String stage, int daysPastDue, LocalDate on) {
    return Map.of(
        "loanId", loanId,
        "borrowerId", borrowerId,
        "businessDate", on,
        "daysPastDue", daysPastDue,
        "stage", stage,
        "amountDue", cny("500.00"),
        "principalOutstanding", cny("900.00"));
  }

  public void loanEvent(String type, Map<String, ?> more) {
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("loanId", loanId);
    payload.put("borrowerId", borrowerId);
    payload.putIfAbsent("businessDate", Days.today());
    Topics.send(Topics.LOAN, loanId.toString(), type, payload);
  }

  public void contactChanged(String status) {
    Topics.send(
        Topics.BORROWER,
        borrowerId.toString(),
        "origination.borrower.contact-changed.v1",
        Map.of(
            "borrowerId",
            borrowerId,
            "channel",
            "SMS",
            "status",
            status,
            "checkedAt",
            "2026-03-02T01:00:00Z"));
  }

  /** Falls behind today; answers when the case is there. */
  public Debtor withCase() {
    LocalDate day = Days.today();
    delinquency("M1", 4, day);
    caseId();
    return this;
  }

  public UUID caseId() {
    if (caseId == null) {
      caseId =
          UUID.fromString(
              await()
                  .atMost(SOON)
                  .until(
                      () ->
                          Database.strings(
                              "select id from collection_case where loan_id = ? and state = 'OPEN'",
                              loanId),
                      found -> found.size() == 1)
                  .get(0));
    }
    return caseId;
  }

  public static RequestSpecification as(String role) {
    return given().auth().oauth2(TestTokens.token(role + "-1", role));
  }

  public Response get(String path) {
    return as("collector").get("/v1/cases/" + caseId() + path);
  }

  public Response post(String path, Object body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public Response post(String path, Object body, String key) {
    return post(caseId(), path, body, key);
  }

  public Response postTo(UUID aCase, String path, Object body) {
    return post(aCase, path, body, UUID.randomUUID().toString());
  }

  private static Response post(UUID aCase, String path, Object body, String key) {
    return as("collector")
        .header("Idempotency-Key", key)
        .header("Accept-Language", "en")
        .contentType("application/json")
        .body(body)
        .post("/v1/cases/" + aCase + path);
  }

  public static Map<String, Object> contact(String channel, LocalDateTime at, String script) {
    return Map.of("channel", channel, "plannedAt", at.toString(), "script", script);
  }

  /** A lawful contact at ten today. */
  public Response contact(String channel) {
    return post("/contacts", contact(channel, Days.today().atTime(10, 0), "FIRST_NOTICE"));
  }

  /** States of the case's contacts in their order, once there are as many settled ones. */
  public List<String> settled(int count) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                Database.strings(
                    "select state from contact where case_id = ?"
                        + " and state not in ('RESERVED', 'SENDING') order by id",
                    caseId()),
            states -> states.size() >= count);
  }

  public void reaches(String state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.strings(
                    "select state from reachability where borrower_id = ?", borrowerId),
            List.of(state)::equals);
  }

  public long refusals(String rule) {
    return Database.count(
        "select count(*) from contact_refusal where case_id = ? and rule = ?", caseId(), rule);
  }
}
