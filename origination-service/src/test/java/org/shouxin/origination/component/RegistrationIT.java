package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.localstack.testing.Definite;

/** Who gets an account, and what a party that is silent or says no makes of it. */
@QuarkusTest
class RegistrationIT {

  private static final int TWINS = 20;

  @AfterEach
  void everybodyAnswersAgain() {
    TestPerson.admin().clearFaults();
  }

  @ParameterizedTest
  @CsvSource({
    "authority, identity-checks, NAME_AND_ID",
    "authority, lost-documents, LOST_DOCUMENT",
    "carrier, three-factor, PHONE_THREE_FACTOR",
    "carrier, number-status, NUMBER_STATUS",
    "bank, agreements, CARD_FOUR_FACTOR"
  })
  void aSilentPartyIsNotEvaluatedAndNeverPassed(String party, String operation, String check) {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    TestPerson.admin().fault(party, operation, "ERROR_500", 5, 0);
    borrower
        .register()
        .statusCode(201)
        .body("state", equalTo("NEEDS_REVIEW"))
        .body("checks.find { it.kind == '%s' }.outcome".formatted(check), equalTo("NOT_EVALUATED"));
    borrower.apply("10000.00").statusCode(422).body("rule", equalTo("BORROWER_NOT_VERIFIED"));

    TestPerson.admin().clearFaults();
    borrower
        .http()
        .body(Map.of("cardNumber", borrower.person().cardNumber()))
        .post("/v1/borrowers/me/verifications")
        .then()
        .statusCode(200)
        .body("state", equalTo("VERIFIED"));
    borrower.apply("10000.00").statusCode(201).body("state", equalTo("OFFERED"));
  }

  @Test
  void aPersonNobodyKnowsIsRejectedAndMayTryFiveTimes() {
    TestBorrower borrower = new TestBorrower(TestPerson.unknown());
    borrower.register().statusCode(201).body("state", equalTo("REJECTED"));
    Map<String, String> card = Map.of("cardNumber", borrower.person().cardNumber());
    for (int attempt = 2; attempt <= 5; attempt++) {
      borrower
          .http()
          .body(card)
          .post("/v1/borrowers/me/verifications")
          .then()
          .statusCode(200)
          .body("state", equalTo("REJECTED"));
    }
    borrower
        .http()
        .body(card)
        .post("/v1/borrowers/me/verifications")
        .then()
        .statusCode(409)
        .body("rule", equalTo("SX-RETRY-01"));
  }

  @Test
  void aReportedDocumentRejects() {
    TestPerson person = TestPerson.unknown();
    TestPerson.admin()
        .enter(
            org.shouxin.localstack.standin.RegisteredPerson.of(
                    person.name(), person.idNumber(), person.phone(), person.cardNumber())
                .withLostDocument());
    new TestBorrower(person).register().statusCode(201).body("state", equalTo("REJECTED"));
  }

  @Test
  void tooYoungAndTooOldAreRefusedByRule() {
    refusedFor("20150101", "SX-AGE-01");
    refusedFor("19500101", "SX-AGE-02");
  }

  @Test
  void withoutTheConsentNobodyIsAsked() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    long before = TestPerson.admin().counter("authority.identity-checks");
    borrower
        .http()
        .body(borrower.registration("BUREAU_QUERY"))
        .post("/v1/borrowers")
        .then()
        .statusCode(422)
        .body("rule", equalTo("CONSENT_REQUIRED"))
        .body("purpose", equalTo("IDENTITY_CHECK"));
    assertThat(TestPerson.admin().counter("authority.identity-checks")).isEqualTo(before);
  }

  @Test
  void oneAccountForASubject() {
    TestBorrower borrower = TestBorrower.verified();
    borrower.register().statusCode(409).body("rule", equalTo("BORROWER_ALREADY_REGISTERED"));
  }

  @Test
  void aProvenPhoneOfAnotherPersonIsRefused() {
    TestBorrower first = TestBorrower.verified();
    TestPerson second = TestPerson.unknown().withPhone(first.person().phone()).enter();
    new TestBorrower(second)
        .register()
        .statusCode(422)
        .body("rule", equalTo("PHONE_HELD_BY_ANOTHER"));
  }

  @Test
  void theSamePersonUnderAnotherPhoneIsASecondAccountWithTheSameTag() {
    TestBorrower first = TestBorrower.verified();
    TestPerson moved = first.person().moved().enter();
    TestBorrower second = new TestBorrower(moved);
    second.register().statusCode(201).body("state", equalTo("VERIFIED"));
    assertThat(
            Rows.texts(
                "select count(distinct person_tag) from borrower where subject in ('%s', '%s')"
                    .formatted(first.subject(), second.subject())))
        .containsExactly("1");
  }

  @Test
  void twinsOpenOneAccountAndGetTheSameBytes() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = borrower.registration();
    List<CompletableFuture<String>> twins =
        IntStream.range(0, TWINS)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Definite.answer(
                                    () -> borrower.http(key).body(body).post("/v1/borrowers"),
                                    Response::statusCode)
                                .asString()))
            .toList();
    assertThat(twins.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(Rows.count("borrower where subject = '" + borrower.subject() + "'")).isEqualTo(1);

    body.put("language", "en");
    borrower
        .http(key)
        .body(body)
        .post("/v1/borrowers")
        .then()
        .statusCode(422)
        .body("rule", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void preferencesChangeOnlyOnTheVersionThatWasSeen() {
    TestBorrower borrower = TestBorrower.verified();
    String seen = borrower.http().get("/v1/borrowers/me").getHeader("ETag");
    Map<String, String> wish = Map.of("preferredChannel", "EMAIL", "language", "en");
    borrower
        .http()
        .header("If-Match", seen)
        .body(wish)
        .put("/v1/borrowers/me/preferences")
        .then()
        .statusCode(200)
        .body("language", equalTo("en"));
    borrower
        .http()
        .header("If-Match", seen)
        .body(wish)
        .put("/v1/borrowers/me/preferences")
        .then()
        .statusCode(412);
    borrower
        .http()
        .body(wish)
        .put("/v1/borrowers/me/preferences")
        .then()
        .statusCode(400)
        .body("rule", equalTo("IF_MATCH_REQUIRED"));
  }

  @Test
  void hoursAreKeptWithinTheLawUnlessThePersonAgrees() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").path("id");

    assertThat(prefer(borrower, "18:00", "22:30", false)).isEqualTo("CN-CONTACT-01");
    assertThat(prefer(borrower, "18:00", "19:00", false)).isEqualTo("CONTACT_HOURS_TOO_SHORT");
    assertThat(prefer(borrower, "20:00", "24:00", true)).isNull();

    TestBorrower.service("servicing")
        .get("/v1/borrowers/" + id + "/contact-wishes")
        .then()
        .statusCode(200)
        .body("preferredChannel", equalTo("EMAIL"))
        .body("hours.from", equalTo("20:00"))
        .body("hours.to", equalTo("24:00"))
        .body("hours.nightAgreed", equalTo(true))
        .body("zone", equalTo("Asia/Shanghai"))
        .body("contactConsent", equalTo(true));
  }

  /** The rule that refuses the hours, or null. */
  private static String prefer(TestBorrower borrower, String from, String to, boolean night) {
    return borrower
        .http()
        .header("If-Match", borrower.http().get("/v1/borrowers/me").getHeader("ETag"))
        .body(
            Map.of(
                "preferredChannel",
                "EMAIL",
                "language",
                "en",
                "contactHours",
                Map.of("from", from, "to", to, "nightAgreed", night)))
        .put("/v1/borrowers/me/preferences")
        .path("rule");
  }

  @Test
  void anAddressChangesOnceByTheCodeSentToThePhoneInUse() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").path("id");
    String before = addressOf(id);
    String change =
        borrower
            .http()
            .body(Map.of("address", "测试市新路88号"))
            .post("/v1/borrowers/me/address-changes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String code = TestBorrower.codeSentTo(borrower.person().phone());

    assertThat(confirm(TestBorrower.verified(), change, code)).isEqualTo(404);
    assertThat(confirm(borrower, change, code.equals("000000") ? "000001" : "000000"))
        .isEqualTo(422);
    assertThat(addressOf(id)).isEqualTo(before);
    assertThat(confirm(borrower, change, code)).isEqualTo(204);
    assertThat(confirm(borrower, change, code)).isEqualTo(409);

    assertThat(addressOf(id)).isNotEqualTo(before);
    assertThat(Rows.count("address_change where borrower_id = '" + id + "' and sealed = ''"))
        .isEqualTo(1);
  }

  private static int confirm(TestBorrower borrower, String change, String code) {
    return borrower
        .http()
        .body(Map.of("code", code))
        .post("/v1/borrowers/me/address-changes/" + change + "/confirmation")
        .statusCode();
  }

  private static String addressOf(String id) {
    return Rows.texts("select address_sealed from borrower where id = '%s'".formatted(id)).get(0);
  }

  @Test
  void aWithdrawnConsentIsToldAndStands() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    borrower
        .http()
        .body(Map.of("purpose", "BUREAU_QUERY", "granted", false, "textVersion", "2026-01"))
        .post("/v1/borrowers/me/consents")
        .then()
        .statusCode(201);
    borrower
        .http()
        .get("/v1/borrowers/me/consents")
        .then()
        .body("find { it.purpose == 'BUREAU_QUERY' }.granted", equalTo(false))
        .body("find { it.purpose == 'CONTACT' }.granted", equalTo(true));
    assertThat(Rows.told("origination.borrower.consent-changed.v1", id)).hasSize(1);
  }

  private static void refusedFor(String born, String rule) {
    new TestBorrower(TestPerson.born(born).enter())
        .register()
        .statusCode(422)
        .body("rule", equalTo(rule));
  }
}
