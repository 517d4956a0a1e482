package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.localstack.testing.Definite;

/** What becomes of applications: judged, not judged, reviewed, given up. */
@QuarkusTest
class ApplicationIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int TWINS = 10;

  @Test
  void aDeclineIsExplainedInWordsTheApplicantCanRead() {
    TestBorrower borrower = TestBorrower.verified();
    String id =
        borrower
            .apply(Peers.DECLINED)
            .statusCode(201)
            .body("state", equalTo("DECLINED"))
            .body("reasons.code", contains("BLACKLISTED"))
            .body("reasons[0].text", equalTo("命中共享黑名单"))
            .body("approvedAmount", nullValue())
            .extract()
            .path("id");
    borrower.http().get("/v1/applications/" + id + "/offer").then().statusCode(404);

    borrower
        .http()
        .header("Accept-Language", "en")
        .post("/v1/applications/" + id + "/appeal")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFERRED"))
        .body("reasons[0].text", startsWith("You asked for a person"));
    review(id, "APPROVE").statusCode(409).body("rule", equalTo("LIMIT_BELOW_MINIMUM"));
    review(id, "DECLINE").statusCode(200).body("state", equalTo("DECLINED"));
    borrower
        .http()
        .post("/v1/applications/" + id + "/appeal")
        .then()
        .statusCode(409)
        .body("rule", equalTo("SX-APPEAL-01"));
  }

  @Test
  void whileRiskIsSilentNothingIsApprovedAndItIsAskedTheSameAgain() {
    Peers.riskGoesDown();
    TestBorrower borrower = TestBorrower.verified();
    String id =
        borrower
            .apply(Peers.RISK_DOWN)
            .statusCode(201)
            .body("state", equalTo("REFERRED"))
            .body("reasons.code", contains("ASSESSMENT_UNAVAILABLE"))
            .extract()
            .path("id");
    review(id, "APPROVE").statusCode(409).body("rule", equalTo("JUDGEMENT_REQUIRED"));
    borrower.http().get("/v1/applications/" + id + "/offer").then().statusCode(404);

    Peers.riskWakesUp();
    becomes(borrower, id, "OFFERED");
    List<String> bodies =
        Peers.client()
            .find(
                WireMock.postRequestedFor(WireMock.urlPathEqualTo("/v1/assessments"))
                    .withHeader("Idempotency-Key", WireMock.equalTo(id)))
            .stream()
            .map(r -> r.getBodyAsString())
            .distinct()
            .toList();
    assertThat(bodies).hasSize(1);
    assertThat(
            Rows.told("origination.application.decided.v1", id).stream()
                .map(payload -> new JsonObject(payload).getString("outcome")))
        .containsExactly("REFERRED", "APPROVED");
  }

  @Test
  void anAnswerWithoutWhatAnApprovalNeedsIsNoAnswer() {
    TestBorrower.verified()
        .apply(Peers.INCOMPLETE)
        .statusCode(201)
        .body("state", equalTo("REFERRED"))
        .body("reasons.code", contains("ASSESSMENT_UNAVAILABLE"));
  }

  @Test
  void whileServicingIsSilentTheOfferWaits() {
    Peers.servicingGoesDown();
    TestBorrower borrower = TestBorrower.verified();
    String id =
        borrower
            .apply(Peers.SERVICING_DOWN)
            .statusCode(201)
            .body("state", equalTo("APPROVED"))
            .extract()
            .path("id");
    Peers.servicingWakesUp();
    becomes(borrower, id, "OFFERED");
  }

  @Test
  void whatServicingRefusesByLawGoesToAPerson() {
    TestBorrower.verified()
        .apply(Peers.REFUSED)
        .statusCode(201)
        .body("state", equalTo("REFERRED"))
        .body("reasons.code", contains("CN-PRICE-01"));
  }

  @Test
  void anApprovalThatTheLawOvertookGoesToAPerson() {
    Peers.servicingGoesDown();
    TestBorrower borrower = TestBorrower.verified();
    String id =
        borrower
            .apply(Peers.SERVICING_DOWN)
            .statusCode(201)
            .body("state", equalTo("APPROVED"))
            .extract()
            .path("id");
    Peers.servicingRefuses(Peers.SERVICING_DOWN);
    becomes(borrower, id, "REFERRED");
  }

  @Test
  void aScheduleAboveTheCapIsNotOffered() {
    TestBorrower.verified()
        .apply(Peers.TOO_DEAR)
        .statusCode(201)
        .body("state", equalTo("REFERRED"))
        .body("reasons.code", contains("CN-PRICE-01"))
        .body("approvedAmount", nullValue());
  }

  @Test
  void aReviewerApprovesWithinTheLimitAndTheOfferFollows() {
    TestBorrower borrower = TestBorrower.verified();
    String id =
        borrower
            .apply(Peers.REFERRED)
            .statusCode(201)
            .body("state", equalTo("REFERRED"))
            .extract()
            .path("id");
    TestBorrower.staff("reviewer")
        .get("/v1/applications?state=REFERRED&limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    review(id, "APPROVE").statusCode(200);
    becomes(borrower, id, "OFFERED");
    borrower
        .http()
        .get("/v1/applications/" + id)
        .then()
        .body("approvedAmount.amount", equalTo("30000.00"))
        .body("reasons[0].text", equalTo("人工审核意见:材料齐全"));
  }

  @Test
  void theQueueComesInPages() {
    TestBorrower.verified().apply(Peers.REFERRED).statusCode(201);
    TestBorrower.verified().apply(Peers.REFERRED).statusCode(201);
    var first =
        TestBorrower.staff("officer")
            .get("/v1/applications?state=REFERRED&limit=1")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(1))
            .extract();
    String next =
        TestBorrower.staff("officer")
            .queryParam("cursor", first.<String>path("nextCursor"))
            .get("/v1/applications?state=REFERRED&limit=1")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");
    assertThat(next).isGreaterThan(first.path("items[0].id"));
  }

  @Test
  void aForeignApplicationIsNotFound() {
    TestBorrower owner = TestBorrower.verified();
    String id = owner.applied("31000.00");
    TestBorrower stranger = TestBorrower.verified();
    for (String path : List.of("", "/offer", "/contract")) {
      stranger.http().get("/v1/applications/" + id + path).then().statusCode(404);
    }
    for (String path : List.of("/withdrawal", "/appeal", "/signature-codes")) {
      stranger.http().post("/v1/applications/" + id + path).then().statusCode(404);
    }
    stranger.accept(id, "0".repeat(64)).statusCode(404);
    stranger.sign(id, "123456").statusCode(404);
    String foreign = stranger.http().get("/v1/applications/" + id).asString();
    String missing = stranger.http().get("/v1/applications/" + UUID.randomUUID()).asString();
    assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(missing));
    owner.http().get("/v1/applications").then().statusCode(200).body("items.id", contains(id));
  }

  @Test
  void whatIsWithdrawnIsToldAndOver() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.applied("32000.00");
    borrower.apply("32000.00").statusCode(409).body("rule", equalTo("APPLICATION_ALREADY_OPEN"));
    borrower
        .http()
        .post("/v1/applications/" + id + "/withdrawal")
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    assertThat(Rows.told("origination.application.withdrawn.v1", id)).hasSize(1);
    borrower.apply("32000.00").statusCode(201);
  }

  @Test
  void twinsApplyOnce() {
    TestBorrower borrower = TestBorrower.verified();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = TestBorrower.wish("33000.00");
    List<CompletableFuture<String>> twins =
        IntStream.range(0, TWINS)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Definite.answer(
                                    () -> borrower.http(key).body(body).post("/v1/applications"),
                                    Response::statusCode)
                                .asString()))
            .toList();
    assertThat(twins.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    String id = new JsonObject(twins.get(0).join()).getString("id");
    assertThat(Rows.told("origination.application.submitted.v1", id)).hasSize(1);
    assertThat(Rows.told("origination.application.decided.v1", id)).hasSize(1);
    body.put("termMonths", 6);
    borrower
        .http(key)
        .body(body)
        .post("/v1/applications")
        .then()
        .statusCode(422)
        .body("rule", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void allLoansOfOnePersonTogetherStayBelowTheCeiling() {
    TestBorrower first = TestBorrower.verified();
    first.contracted("90000.00");
    TestPerson moved = first.person().moved().enter();
    TestBorrower second = new TestBorrower(moved);
    second.register().statusCode(201);
    second.apply("110000.01").statusCode(422).body("rule", equalTo("CN-LIMIT-02"));
    second.apply("110000.00").statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 200000.01, CN-LIMIT-02",
    "amount, 999.99, SX-PRODUCT-01",
    "termMonths, 25, SX-PRODUCT-02",
    "method, BULLET, CN-LIMIT-01",
    "purpose, SECURITIES, SX-PRODUCT-04",
    "productCode, NO_SUCH, SX-PRODUCT-00"
  })
  void theProductRefusesByRule(String field, String value, String rule) {
    Map<String, Object> body = TestBorrower.wish("10000.00");
    body.put("termMonths", 13);
    body.put(
        field,
        switch (field) {
          case "amount" -> TestBorrower.cny(value);
          case "termMonths" -> Integer.valueOf(value);
          default -> value;
        });
    TestBorrower.verified()
        .http()
        .body(body)
        .post("/v1/applications")
        .then()
        .statusCode(422)
        .body("rule", equalTo(rule));
  }

  private static ValidatableResponse review(String id, String decision) {
    return TestBorrower.staff("reviewer")
        .body(Map.of("decision", decision, "reason", "材料齐全"))
        .post("/v1/applications/" + id + "/review")
        .then();
  }

  private static void becomes(TestBorrower borrower, String id, String state) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                borrower.http().get("/v1/applications/" + id).then().body("state", equalTo(state)));
  }

  private static String withoutInstance(String problem) {
    return problem.replaceAll("urn:request:[^\"]+", "");
  }
}
