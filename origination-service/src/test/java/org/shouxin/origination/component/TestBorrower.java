package org.shouxin.origination.component;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.shouxin.localstack.standin.StandInAdmin.SentMessage;
import org.shouxin.localstack.testing.TestTokens;

/** A person with a token, who uses the service as an app would. */
public final class TestBorrower {

  static final Duration READING = Duration.ofMillis(3_100);

  private final String subject = UUID.randomUUID().toString();
  private final TestPerson person;

  TestBorrower(TestPerson person) {
    this.person = person;
  }

  /** A verified borrower. */
  public static TestBorrower verified() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    borrower.register().statusCode(201);
    return borrower;
  }

  TestPerson person() {
    return person;
  }

  String subject() {
    return subject;
  }

  public RequestSpecification http() {
    return http(UUID.randomUUID().toString());
  }

  RequestSpecification http(String key) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.token(subject, "borrower"))
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON);
  }

  static RequestSpecification staff(String... roles) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.token(UUID.randomUUID().toString(), roles))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON);
  }

  static RequestSpecification service(String name) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.serviceToken(name))
        .contentType(ContentType.JSON);
  }

  ValidatableResponse register() {
    return http().body(registration()).post("/v1/borrowers").then();
  }

  Map<String, Object> registration() {
    return registration("IDENTITY_CHECK", "BUREAU_QUERY", "CONTACT", "AUTO_DEBIT");
  }

  Map<String, Object> registration(String... granted) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", person.name());
    body.put("idNumber", person.idNumber());
    body.put("phone", person.phone());
    body.put("email", "someone." + subject + "@example.org");
    body.put("cardNumber", person.cardNumber());
    body.put("address", "测试市测试路 " + subject);
    body.put("deviceToken", "device-" + subject);
    body.put("preferredChannel", "SMS");
    body.put("language", "zh-CN");
    body.put(
        "consents",
        List.of(granted).stream()
            .map(p -> Map.of("purpose", p, "granted", true, "textVersion", "2026-01"))
            .toList());
    return body;
  }

  ValidatableResponse apply(String amount) {
    return http().body(wish(amount)).post("/v1/applications").then();
  }

  String applied(String amount) {
    return apply(amount).statusCode(201).extract().path("id");
  }

  static Map<String, Object> wish(String amount) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("productCode", "CONSUMER_ONLINE");
    body.put("amount", cny(amount));
    body.put("termMonths", 12);
    body.put("method", "EQUAL_INSTALMENT");
    body.put("purpose", "DAILY_CONSUMPTION");
    body.put("monthlyIncome", cny("12000.00"));
    body.put("monthlyDebtService", cny("500.00"));
    return body;
  }

  static Map<String, String> cny(String amount) {
    return Map.of("amount", amount, "currency", "CNY");
  }

  /** Shows the offer; the answer's hash is what is confirmed. */
  String readOffer(String application) {
    return http()
        .get("/v1/applications/" + application + "/offer")
        .then()
        .statusCode(200)
        .extract()
        .path("disclosureHash");
  }

  ValidatableResponse accept(String application, String hash) {
    return http()
        .body(Map.of("disclosureHash", hash, "readSeconds", 20))
        .post("/v1/applications/" + application + "/acceptance")
        .then();
  }

  /** Reads for as long as the rule demands, then accepts. */
  void readAndAccept(String application) {
    String hash = readOffer(application);
    Awaitility.await()
        .pollDelay(READING)
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> accept(application, hash).statusCode(200));
  }

  ValidatableResponse sign(String application, String code) {
    return http()
        .body(Map.of("code", code))
        .post("/v1/applications/" + application + "/signature")
        .then();
  }

  /** The code in the last message to a phone. */
  static String codeSentTo(String phone) {
    List<SentMessage> messages = TestPerson.admin().messagesTo(phone);
    return messages.get(messages.size() - 1).text().replaceAll(".*?(\\d{6}).*", "$1");
  }

  String codeSent() {
    return codeSentTo(person.phone());
  }

  /** From nothing to a signed contract; the loan's id. */
  public String contracted(String amount) {
    String application = applied(amount);
    readAndAccept(application);
    return sign(application, codeSent()).statusCode(201).extract().path("loanId");
  }
}
