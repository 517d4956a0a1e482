package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told how a person is reached, and when nobody is. */
@QuarkusTest
class ContactIT {

  @AfterEach
  void everybodyAnswersAgain() {
    TestPerson.admin().clearFaults();
  }

  @Test
  void anAddressIsToldForOnePurposeAndRecorded() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    disclose("servicing", id, "SMS", "REPAYMENT_REMINDER")
        .statusCode(200)
        .body("address", equalTo(borrower.person().phone()))
        .body("status", equalTo("ACTIVE"))
        .body("language", equalTo("zh-CN"))
        .body("zone", equalTo("Asia/Shanghai"))
        .body("disclosureId", notNullValue())
        .body("contactPointId", notNullValue());
    disclose("collections", id, "EMAIL", "COLLECTION").statusCode(200);
    disclose("collections", id, "APP_PUSH", "COLLECTION").statusCode(200);
    assertThat(
            Rows.texts(
                "select told_to || ' ' || purpose || ' ' || channel || ' ' || reference"
                    + " from contact_disclosure where borrower_id = '%s' order by at"
                        .formatted(id)))
        .containsExactly(
            "servicing-service REPAYMENT_REMINDER SMS ref-1",
            "collections-service COLLECTION EMAIL ref-1",
            "collections-service COLLECTION APP_PUSH ref-1");
  }

  @Test
  void withoutConsentOnlyWhatTheLawHasALenderTellIsSent() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    borrower
        .http()
        .body(Map.of("purpose", "CONTACT", "granted", false, "textVersion", "2026-01"))
        .post("/v1/borrowers/me/consents")
        .then()
        .statusCode(201);
    disclose("servicing", id, "SMS", "REPAYMENT_REMINDER")
        .statusCode(409)
        .body("rule", equalTo("CONTACT_CONSENT_REQUIRED"));
    disclose("servicing", id, "SMS", "LEGAL_NOTICE").statusCode(200);
    disclose("collections", id, "SMS", "LEGAL_NOTICE")
        .statusCode(422)
        .body("rule", equalTo("PURPOSE_NOT_ALLOWED"));
  }

  @Test
  void aServiceIsToldOnlyForItsOwnPurposes() {
    String id = id(TestBorrower.verified());
    disclose("collections", id, "SMS", "REPAYMENT_REMINDER")
        .statusCode(422)
        .body("rule", equalTo("PURPOSE_NOT_ALLOWED"));
    disclose("risk", id, "SMS", "COLLECTION")
        .statusCode(422)
        .body("rule", equalTo("PURPOSE_NOT_ALLOWED"));
    assertThat(Rows.count("contact_disclosure where borrower_id = '" + id + "'")).isZero();
  }

  @Test
  void anEmptyNumberIsBlockedForTextAndCallAndOpenOnceConfirmedAgain() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    TestPerson.admin().phoneStatus(borrower.person().phone(), "EMPTY");
    check(id).statusCode(200).body("status", equalTo("EMPTY"));
    for (String channel : new String[] {"SMS", "VOICE"}) {
      disclose("collections", id, channel, "COLLECTION")
          .statusCode(409)
          .body("rule", equalTo("CONTACT_POINT_BLOCKED"))
          .body("contactStatus", equalTo("EMPTY"));
    }
    disclose("collections", id, "EMAIL", "COLLECTION").statusCode(200);
    assertThat(
            Rows.told("origination.borrower.contact-changed.v1", id).stream()
                .map(JsonObject::new)
                .map(o -> o.getString("channel") + " " + o.getString("status")))
        .containsExactly("SMS EMPTY", "VOICE EMPTY");

    TestPerson.admin().phoneStatus(borrower.person().phone(), "ACTIVE");
    TestPerson.admin().fault("carrier", "three-factor", "ERROR_500", 2, 0);
    check(id).body("status", equalTo("EMPTY"));
    TestPerson.admin().clearFaults();
    check(id).body("status", equalTo("ACTIVE"));
    disclose("collections", id, "SMS", "COLLECTION").statusCode(200);
  }

  @Test
  void aRecycledNumberIsBlockedForEver() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    TestPerson.admin().phoneStatus(borrower.person().phone(), "RECYCLED");
    check(id).body("status", equalTo("RECYCLED"));
    TestPerson.admin().phoneStatus(borrower.person().phone(), "ACTIVE");
    check(id).body("status", equalTo("RECYCLED"));
    disclose("servicing", id, "VOICE", "REPAYMENT_REMINDER")
        .statusCode(409)
        .body("contactStatus", equalTo("RECYCLED"));

    TestPerson stranger = TestPerson.unknown().withPhone(borrower.person().phone()).enter();
    new TestBorrower(stranger).register().statusCode(201).body("state", equalTo("VERIFIED"));
  }

  @Test
  void aStatusThatIsNoLongerFreshIsAskedForBeforeTheNumberIsTold() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    TestPerson.admin().phoneStatus(borrower.person().phone(), "RECYCLED");
    disclose("collections", id, "VOICE", "COLLECTION").statusCode(200);
    Rows.texts(
        "update contact_point set checked_at = checked_at - interval '25 hours'"
            + " where borrower_id = '%s' returning 1".formatted(id));
    disclose("collections", id, "VOICE", "COLLECTION")
        .statusCode(409)
        .body("contactStatus", equalTo("RECYCLED"));
    assertThat(Rows.told("origination.borrower.contact-changed.v1", id)).hasSize(2);
  }

  @Test
  void aSilentCarrierChangesNothing() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    TestPerson.admin().fault("carrier", "number-status", "ERROR_500", 2, 0);
    check(id).statusCode(200).body("status", equalTo("NOT_EVALUATED"));
    disclose("collections", id, "SMS", "COLLECTION").statusCode(200);
  }

  @Test
  void anotherNumberNeedsTheCarrierAndTheCode() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    String newPhone = TestPerson.unknown().phone();
    ask(borrower, newPhone).statusCode(422).body("rule", equalTo("PHONE_NOT_PROVEN"));

    borrower.person().withPhone(newPhone).enter();
    String change =
        ask(borrower, newPhone)
            .statusCode(201)
            .body("codeSentTo", equalTo(newPhone.substring(3, 6) + "****" + newPhone.substring(10)))
            .extract()
            .path("id");
    String code = TestBorrower.codeSentTo(newPhone);
    confirm(TestBorrower.verified(), change, code).statusCode(404);
    confirm(borrower, change, code.equals("000000") ? "111111" : "000000")
        .statusCode(422)
        .body("rule", equalTo("CODE_WRONG"));
    confirm(borrower, change, code).statusCode(200).body("status", equalTo("ACTIVE"));
    confirm(borrower, change, code).statusCode(409).body("rule", equalTo("PHONE_CHANGE_DONE"));
    disclose("collections", id, "SMS", "COLLECTION").body("address", equalTo(newPhone));
    assertThat(Rows.told("origination.borrower.contact-changed.v1", id)).hasSize(2);
  }

  @Test
  void aNumberOfAnotherCustomerCannotBeTaken() {
    TestBorrower first = TestBorrower.verified();
    ask(TestBorrower.verified(), first.person().phone())
        .statusCode(422)
        .body("rule", equalTo("PHONE_HELD_BY_ANOTHER"));
  }

  private static ValidatableResponse ask(TestBorrower borrower, String phone) {
    return borrower
        .http()
        .body(Map.of("phone", phone))
        .post("/v1/borrowers/me/phone-changes")
        .then();
  }

  private static ValidatableResponse confirm(TestBorrower borrower, String change, String code) {
    return borrower
        .http()
        .body(Map.of("code", code))
        .post("/v1/borrowers/me/phone-changes/" + change + "/confirmation")
        .then();
  }

  private static ValidatableResponse disclose(
      String service, String borrower, String channel, String purpose) {
    return TestBorrower.service(service)
        .body(
            Map.of(
                "borrowerId", borrower,
                "channel", channel,
                "purpose", purpose,
                "reference", "ref-1"))
        .post("/v1/contact-disclosures")
        .then();
  }

  private static ValidatableResponse check(String borrower) {
    return TestBorrower.service("collections")
        .body(Map.of("reference", "case-1"))
        .post("/v1/borrowers/" + borrower + "/number-checks")
        .then();
  }

  private static String id(TestBorrower borrower) {
    return borrower.http().get("/v1/borrowers/me").then().extract().path("id");
  }
}
