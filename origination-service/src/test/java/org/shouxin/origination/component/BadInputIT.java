package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.localstack.testing.TestTokens;

/** What is wrong gets a clear problem, and leaves nothing half written. */
@QuarkusTest
class BadInputIT {

  private static final String PROBLEM = "application/problem+json";
  private static final int TEN_MB = 10 * 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "idNumber, 110105194912310021, ID_NUMBER_CHECK_DIGIT",
    "idNumber, 11010519490230001X, ID_NUMBER_BIRTH_DATE",
    "idNumber, 1234, ID_NUMBER_FORMAT",
    "phone, 010-65529988, PHONE_NOT_CN_MOBILE",
    "cardNumber, 6222021234567895, CARD_NUMBER_CHECK_DIGIT",
    "email, nobody, EMAIL_FORMAT",
    "name, <script>, NAME_FORMAT"
  })
  void aWrongValueIsNamedByFieldAndRule(String field, String value, String rule) {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    Map<String, Object> body = borrower.registration();
    body.put(field, value);
    refused(borrower, body)
        .body("rule", equalTo(rule))
        .body("errors[0].field", equalTo("/" + field));
    nothingWritten(borrower);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "idNumber", "phone", "email", "cardNumber", "address", "language"})
  void aMissingFieldIsRefused(String field) {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    Map<String, Object> body = borrower.registration();
    body.remove(field);
    refused(borrower, body).body("errors.size()", equalTo(1));
    nothingWritten(borrower);
  }

  @Test
  void unknownFieldsAndValuesAreRefused() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    Map<String, Object> body = borrower.registration();
    body.put("state", "VERIFIED");
    refused(borrower, body);
    body.remove("state");
    body.put("preferredChannel", "PIGEON");
    refused(borrower, body);
    body.put("preferredChannel", 0);
    refused(borrower, body);
    nothingWritten(borrower);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"text\"",
        "null",
        "",
        "{\"amount\":{\"amount\":\"1e9\",\"currency\":\"CNY\"}}",
        "{\"amount\":{\"amount\":1000,\"currency\":\"CNY\"}}",
        "{\"amount\":{\"amount\":\"1000.001\",\"currency\":\"CNY\"}}",
        "{\"amount\":{\"amount\":\"1000.00\",\"currency\":\"XXY\"}}",
        "{\"amount\":{\"amount\":\"9999999999999999.00\",\"currency\":\"CNY\"}}"
      })
  void malformedBodiesAreRefused(String body) {
    TestBorrower borrower = TestBorrower.verified();
    refused(borrower.http().body(body).post("/v1/applications").then());
  }

  @ParameterizedTest
  @CsvSource({
    "-1000.00, CNY, 400, MONEY_NEGATIVE",
    "0.00, CNY, 400, MONEY_NEGATIVE",
    "1000.00, USD, 400, MONEY_CURRENCY_MIXED",
    "999999999999999.00, CNY, 422, CN-LIMIT-02"
  })
  void impossibleAmountsAreRefused(String amount, String currency, int status, String rule) {
    TestBorrower borrower = TestBorrower.verified();
    Map<String, Object> body = TestBorrower.wish("1000.00");
    body.put("amount", Map.of("amount", amount, "currency", currency));
    borrower
        .http()
        .body(body)
        .post("/v1/applications")
        .then()
        .statusCode(status)
        .contentType(PROBLEM)
        .body("rule", equalTo(rule));
    assertThat(
            Rows.count(
                "application a join borrower b on b.id = a.borrower_id where b.subject = '%s'"
                    .formatted(borrower.subject())))
        .isZero();
  }

  @Test
  void aKeyIsRequired() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    RestAssured.given()
        .header("Authorization", "Bearer " + TestTokens.token(borrower.subject(), "borrower"))
        .contentType(ContentType.JSON)
        .body(borrower.registration())
        .post("/v1/borrowers")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("rule", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    nothingWritten(borrower);
  }

  @Test
  void badTokensAreRefused() {
    String subject = UUID.randomUUID().toString();
    List<String> tokens =
        List.of(
            TestTokens.expired(subject, "borrower"),
            TestTokens.badSignature(subject, "borrower"),
            TestTokens.wrongAudience(subject, "borrower"),
            TestTokens.wrongIssuer(subject, "borrower"),
            "nonsense");
    for (String token : tokens) {
      RestAssured.given()
          .header("Authorization", "Bearer " + token)
          .get("/v1/borrowers/me")
          .then()
          .statusCode(401);
    }
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    Map<String, Object> body = new HashMap<>(borrower.registration());
    body.put("address", "a".repeat(TEN_MB));
    try {
      borrower.http().body(body).post("/v1/borrowers").then().statusCode(413);
    } catch (RuntimeException connectionClosedWhileSending) {
      assertThat(connectionClosedWhileSending).hasRootCauseInstanceOf(java.io.IOException.class);
    }
    nothingWritten(borrower);
  }

  @Test
  void idsAndCursorsThatAreNoneAreRefused() {
    TestBorrower borrower = TestBorrower.verified();
    borrower.http().get("/v1/applications/not-an-id").then().statusCode(404);
    borrower.http().get("/v1/applications?cursor=nonsense").then().statusCode(400);
    borrower.http().get("/v1/applications?limit=201").then().statusCode(400);
    TestBorrower.staff("officer").get("/v1/applications?state=NONE").then().statusCode(400);
    TestBorrower.staff("officer")
        .get("/v1/borrowers/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType(PROBLEM);
  }

  @Test
  void refusalsSpeakTheCallersLanguage() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    Map<String, Object> body = borrower.registration();
    body.put("idNumber", "110105194912310021");
    borrower
        .http()
        .header("Accept-Language", "en")
        .body(body)
        .post("/v1/borrowers")
        .then()
        .body("errors[0].detail", containsString("check character"));
    borrower
        .http()
        .body(body)
        .post("/v1/borrowers")
        .then()
        .body("errors[0].detail", containsString("校验码"));
  }

  private static ValidatableResponse refused(TestBorrower borrower, Map<String, Object> body) {
    return refused(borrower.http().body(body).post("/v1/borrowers").then());
  }

  private static ValidatableResponse refused(ValidatableResponse answer) {
    return answer
        .statusCode(400)
        .contentType(PROBLEM)
        .body("title", notNullValue())
        .body(not(containsString("org.shouxin")))
        .body(not(containsString("Exception")));
  }

  private static void nothingWritten(TestBorrower borrower) {
    assertThat(Rows.count("borrower where subject = '" + borrower.subject() + "'")).isZero();
  }
}
