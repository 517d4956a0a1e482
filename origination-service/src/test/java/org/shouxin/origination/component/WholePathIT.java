package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From registration to a signed contract, and what is told of it. */
@QuarkusTest
class WholePathIT {

  @Test
  void aVerifiedBorrowerSeesTheAccountMasked() {
    TestBorrower borrower = TestBorrower.verified();
    borrower
        .http()
        .get("/v1/borrowers/me")
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("state", equalTo("VERIFIED"))
        .body("name", equalTo("测*"))
        .body("phone", containsString("****"))
        .body("checks.kind", hasItem("FACE"))
        .body("checks.find { it.kind == 'FACE' }.outcome", equalTo("NOT_EVALUATED"))
        .body("checks.find { it.kind == 'NAME_AND_ID' }.serial", notNullValue())
        .body("checks.findAll { it.outcome == 'MATCH' }.size()", equalTo(5))
        .body("consents.purpose", hasItem("BUREAU_QUERY"));
  }

  @Test
  void aLoanIsContractedAndTold() throws Exception {
    TestBorrower borrower = TestBorrower.verified();
    String application =
        borrower
            .apply("40000.00")
            .statusCode(201)
            .body("state", equalTo("OFFERED"))
            .body("approvedAmount.amount", equalTo("40000.00"))
            .body("annualRate", equalTo("0.180000"))
            .extract()
            .path("id");
    borrower.readAndAccept(application);
    var signed = borrower.sign(application, borrower.codeSent()).statusCode(201).extract();

    String loan = signed.path("loanId");
    JsonObject told = new JsonObject(Rows.told("origination.loan.contracted.v1", loan).get(0));
    assertThat(told.getString("applicationId")).isEqualTo(application);
    assertThat(told.getString("borrowerSubject")).isEqualTo(borrower.subject());
    assertThat(told.getString("paymentAgreement")).isNotBlank();
    assertThat(told.getJsonObject("principal").getString("amount")).isEqualTo("40000.00");
    assertThat(told.getString("annualRate")).isEqualTo("0.180000");
    assertThat(told.getString("contractHash")).isEqualTo(signed.path("contractHash"));
    assertThat(told.getString("logLeafId")).isEqualTo(signed.path("logLeafId"));
    assertThat(told.getJsonObject("terms").getString("penaltyRateMultiple")).isEqualTo("1.5");
    assertThat(told.getJsonObject("terms").getInteger("graceDays")).isEqualTo(3);
    assertThat(told.getJsonObject("scheduleTerms").getString("method"))
        .isEqualTo(told.getString("method"));
    assertThat(told.getJsonObject("scheduleTerms").getJsonObject("principal"))
        .isEqualTo(told.getJsonObject("principal"));
    assertThat(Rows.told("origination.application.submitted.v1", application)).hasSize(1);
    assertThat(Rows.told("origination.application.decided.v1", application))
        .singleElement()
        .satisfies(
            payload ->
                assertThat(new JsonObject(payload).getString("outcome")).isEqualTo("APPROVED"));

    var contract =
        borrower
            .http()
            .get("/v1/applications/" + application + "/contract")
            .then()
            .statusCode(200)
            .extract();
    String text = contract.path("text");
    assertThat(text)
        .contains(borrower.person().name(), borrower.person().idNumber(), "40000.00 CNY", "18%");
    assertThat(sha256(text)).isEqualTo(told.getString("contractHash"));
    String entry = contract.path("logEntry");
    assertThat(new JsonObject(entry).getString("contractHash")).isEqualTo(sha256(text));
    assertThat(leafHash(entry)).isEqualTo(contract.path("receipt.leafHash"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                borrower
                    .http()
                    .get("/v1/log/leaves/" + contract.path("receipt.leafId") + "/receipt")
                    .then()
                    .statusCode(200));
  }

  @Test
  void theOfferDisclosesEverything() {
    TestBorrower borrower = TestBorrower.verified();
    String application = borrower.applied("20000.00");
    borrower
        .http()
        .header("Accept-Language", "en")
        .get("/v1/applications/" + application + "/offer")
        .then()
        .statusCode(200)
        .body("readingSecondsMin", greaterThanOrEqualTo(3))
        .body("disclosure.annualPercentageRate", equalTo("0.1800"))
        .body("disclosure.instalments.size()", equalTo(1))
        .body("disclosure.lateConsequences.capRule", equalTo("CN-PRICE-01"))
        .body("disclosure.textVersion", equalTo("disclosure-2026-01"))
        .body("text.title", equalTo("All-in cost of the loan"));
  }

  @Test
  void theForcedReadingTimeAndTheHashAreDemanded() {
    TestBorrower borrower = TestBorrower.verified();
    String application = borrower.applied("21000.00");
    borrower
        .accept(application, "0".repeat(64))
        .statusCode(409)
        .body("rule", equalTo("DISCLOSURE_NOT_SHOWN"));
    String hash = borrower.readOffer(application);
    borrower
        .accept(application, hash)
        .statusCode(422)
        .body("rule", equalTo("CN-DISC-01"))
        .body("readingSecondsMin", equalTo(3));
    borrower
        .accept(application, "0".repeat(64))
        .statusCode(409)
        .body("rule", equalTo("DISCLOSURE_HASH_MISMATCH"));
    borrower.readAndAccept(application);
  }

  @Test
  void fiveWrongCodesEndTheCodeAndAnotherOneSigns() {
    TestBorrower borrower = TestBorrower.verified();
    String application = borrower.applied("22000.00");
    borrower.sign(application, "000000").statusCode(409).body("rule", equalTo("APPLICATION_STATE"));
    borrower.readAndAccept(application);
    String right = borrower.codeSent();
    String wrong = right.equals("000000") ? "111111" : "000000";
    for (int left = 4; left >= 0; left--) {
      borrower
          .sign(application, wrong)
          .statusCode(422)
          .body("rule", equalTo("CODE_WRONG"))
          .body("triesLeft", equalTo(left));
    }
    borrower.sign(application, right).statusCode(409).body("rule", equalTo("CODE_TRIES_EXHAUSTED"));
    assertThat(Rows.count("contract where application_id = '" + application + "'")).isZero();

    borrower
        .http()
        .post("/v1/applications/" + application + "/signature-codes")
        .then()
        .statusCode(200);
    borrower.sign(application, borrower.codeSent()).statusCode(201);
    borrower
        .sign(application, borrower.codeSent())
        .statusCode(409)
        .body("rule", equalTo("APPLICATION_STATE"));
  }

  @Test
  void theSameSignatureTwiceIsOneContractAndTheSameBytes() {
    TestBorrower borrower = TestBorrower.verified();
    String application = borrower.applied("23000.00");
    borrower.readAndAccept(application);
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("code", borrower.codeSent());
    String path = "/v1/applications/" + application + "/signature";
    String first =
        borrower.http(key).body(body).post(path).then().statusCode(201).extract().asString();
    String again =
        borrower.http(key).body(body).post(path).then().statusCode(201).extract().asString();
    assertThat(again).isEqualTo(first);
    assertThat(Rows.count("contract where application_id = '" + application + "'")).isEqualTo(1);
  }

  @Test
  void theBureauIsAskedOnlyAgainstAConsent() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    borrower
        .http()
        .body(borrower.registration("IDENTITY_CHECK", "AUTO_DEBIT"))
        .post("/v1/borrowers")
        .then()
        .statusCode(201);
    long before = TestPerson.admin().counter("bureau.reports");
    String application = borrower.applied("24000.00");
    assertThat(TestPerson.admin().counter("bureau.reports")).isEqualTo(before);
    asked(application, "$.bureau[?(@.available == false)]");

    TestBorrower consenting = TestBorrower.verified();
    String other = consenting.applied("24000.00");
    assertThat(TestPerson.admin().counter("bureau.reports")).isEqualTo(before + 1);
    asked(other, "$.bureau[?(@.available == true && @.enquiries90d == 2)]");
  }

  @Test
  void aLimitThatWasLoweredAfterTheOfferStopsTheSignature() {
    TestBorrower borrower = TestBorrower.verified();
    String application = borrower.applied("25000.00");
    borrower.readAndAccept(application);
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    Events.send(
        "risk.borrower",
        UUID.fromString(id),
        "risk.limit.changed.v1",
        1,
        """
        {"borrowerId":"%s","limit":{"amount":"1000.00","currency":"CNY"},
         "previousLimit":{"amount":"100000.00","currency":"CNY"},"reason":"WATCH"}"""
            .formatted(id));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Rows.count("borrower_limit where borrower_id = '" + id + "'") == 1);
    borrower
        .sign(application, borrower.codeSent())
        .statusCode(409)
        .body("rule", equalTo("LIMIT_LOWERED"));
  }

  private static void asked(String application, String jsonPath) {
    Peers.client()
        .verifyThat(
            1,
            WireMock.postRequestedFor(WireMock.urlPathEqualTo("/v1/assessments"))
                .withHeader("Idempotency-Key", WireMock.equalTo(application))
                .withRequestBody(WireMock.matchingJsonPath(jsonPath)));
  }

  private static String sha256(String text) throws Exception {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String leafHash(String entry) throws Exception {
    byte[] content = entry.getBytes(StandardCharsets.UTF_8);
    byte[] leaf = new byte[content.length + 1];
    System.arraycopy(content, 0, leaf, 1, content.length);
    return hex(leaf);
  }

  private static String hex(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
