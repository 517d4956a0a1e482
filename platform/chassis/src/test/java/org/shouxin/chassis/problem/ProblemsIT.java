package org.shouxin.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.localstack.testing.TestTokens;

/** Every failure is a problem, says what the caller can use, and tells nothing about our code. */
@QuarkusTest
class ProblemsIT {

  private static final String GOOD =
      """
      {"name":"n","price":{"amount":"1.00","currency":"CNY"},"day":"2026-01-31","kind":"ROUND",
       "count":1,"rate":"0.18","parts":[{"label":"a","count":1}]}""";

  @ParameterizedTest
  @CsvSource({
    "rule,                409, conflict",
    "rule-without-text,   422, refused",
    "invalid,             400, invalid",
    "stale,               412, stale",
    "unavailable,         503, unavailable",
    "peer-refused,        503, unavailable",
    "peer-gone,           503, unavailable",
    "web,                 429, too-many-requests",
    "unexpected,          500, internal",
    "error,               500, internal",
    "late,                500, internal",
    "sql,                 500, internal",
    "timeout,             503, unavailable",
    "killed,              503, unavailable",
    "role,                403, forbidden",
  })
  void failuresOfAResource(String kind, int status, String slug) {
    Response answer = caller().get("/v1/failures/" + kind);
    assertProblem(answer, status, slug);
  }

  @Test
  void aBrokenRuleIsNamedAndToldInTheCallersLanguage() {
    Response chinese = caller().get("/v1/failures/rule");
    assertThat(chinese.path("rule").toString()).isEqualTo("TEST-RULE-01");
    assertThat(chinese.path("detail").toString()).isEqualTo("第 3 天不允许");
    assertThat(chinese.<Integer>path("day")).isEqualTo(3);
    assertThat(chinese.path("errors[0].field").toString()).isEqualTo("/day");
    Response english =
        caller().header("Accept-Language", "en-GB,en;q=0.8").get("/v1/failures/rule");
    assertThat(english.path("detail").toString()).isEqualTo("not allowed on day 3");
    assertThat(english.path("title").toString()).isEqualTo("In conflict with the present state");
  }

  @Test
  void aRuleWithoutATextShowsTheDetailThrown() {
    assertThat(caller().get("/v1/failures/rule-without-text").path("detail").toString())
        .isEqualTo("the detail thrown");
  }

  @Test
  void anUnavailableServiceSaysWhenToComeAgain() {
    assertThat(caller().get("/v1/failures/unavailable").header("Retry-After")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"count\":1,      | \"count\":\"1\",                       | /count          | TYPE",
        "\"count\":1,      | \"count\":1.5,                         | /count          | VALUE",
        "\"count\":1,      | \"count\":null,                        | /count          | TYPE",
        "\"count\":1,      | \"count\":99,                          | /count          | MAX",
        "\"count\":1,      | \"count\":NaN,                         | ''              | MALFORMED_JSON",
        "\"count\":1,      | \"count\":99999999999,                 | /count          | VALUE",
        "\"count\":1,      | \"count\":1,\"count\":2,               | ''              | MALFORMED_JSON",
        "\"count\":1,      | \"count\":1,\"colour\":\"red\",        | /colour         | UNKNOWN_FIELD",
        "\"name\":\"n\"    | \"name\":7                             | /name           | VALUE",
        "\"name\":\"n\"    | \"name\":\" \"                         | /name           | NOT_BLANK",
        "\"ROUND\"         | \"OVAL\"                               | /kind           | VALUE",
        "\"ROUND\"         | 1                                      | /kind           | VALUE",
        "2026-01-31        | 2026-02-30                             | /day            | VALUE",
        "\"2026-01-31\"    | 20260131                               | /day            | TYPE",
        "\"0.18\"          | 0.18                                   | /rate           | DECIMAL",
        "\"0.18\"          | \"1e9\"                                | /rate           | DECIMAL",
        "\"1.00\"          | \"1.001\"                              | /price/amount   | MONEY_AMOUNT",
        "\"1.00\"          | \"99999999999999999999\"               | /price/amount   | MONEY_AMOUNT",
        "\"1.00\"          | 1.00                                   | /price/amount   | MONEY",
        "\"CNY\"           | \"XXY\"                                | /price/currency | MONEY_CURRENCY",
        "\"label\":\"a\"   | \"label\":\"\"                         | /parts/0/label  | NOT_BLANK",
        "\"label\":\"a\"   | \"label\":{}                           | /parts/0/label  | TYPE",
      })
  void aBadFieldIsNamed(String good, String bad, String field, String rule) {
    Response answer = post(GOOD.replace(good.trim(), bad.trim()));
    assertProblem(answer, 400, "invalid");
    assertThat(answer.path("errors[0].field").toString()).isEqualTo(field);
    assertThat(answer.path("errors[0].rule").toString()).isEqualTo(rule);
    assertThat(answer.path("errors[0].detail").toString()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "[]", "null", "''", "\"text\"", "{\"name\":\"n\"} x", "<a/>"})
  void aBodyThatIsNotOurs(String body) {
    assertProblem(post(body), 400, "invalid");
  }

  @Test
  void aDeeplyNestedBodyIsRefused() {
    assertProblem(post("[".repeat(5_000)), 400, "invalid");
  }

  @Test
  void theGoodBodyIsTaken() {
    assertThat(post(GOOD).statusCode()).isEqualTo(201);
  }

  @Test
  void outsideTheResources() {
    assertProblem(caller().get("/v1/nothing-here"), 404, "not-found");
    assertProblem(caller().get("/v1/things/" + UUID.randomUUID()), 404, "not-found");
    assertProblem(caller().get("/v1/things/not-an-id"), 404, "not-found");
    assertProblem(caller().delete("/v1/things"), 405, "method-not-allowed");
    assertProblem(
        caller().contentType("text/plain").body("x").post("/v1/things"),
        415,
        "unsupported-media-type");
    assertProblem(caller().accept("image/png").get("/v1/failures/none"), 406, "not-acceptable");
  }

  @Test
  void aLargeBodyIsRefused() throws IOException {
    String large = " ".repeat(2_000_000) + GOOD;
    assertProblem(post(large), 413, "too-large");
    assertThat(chunked(large)).startsWith("HTTP/1.1 413");
  }

  @Test
  void aBadQueryParameterIsNamed() {
    Response answer = caller().get("/v1/things/" + UUID.randomUUID() + "?limit=500");
    assertProblem(answer, 400, "invalid");
    assertThat(answer.path("errors[0].field").toString()).isEqualTo("limit");
    assertThat(answer.path("errors[0].rule").toString()).isEqualTo("MAX");
  }

  @Test
  void theRequestIdIsTheCallersOrANewOne() {
    Response given = caller().header("X-Request-Id", "abc-12345678").get("/v1/failures/unexpected");
    assertThat(given.header("X-Request-Id")).isEqualTo("abc-12345678");
    assertThat(given.path("instance").toString()).isEqualTo("urn:request:abc-12345678");
    Response forged =
        caller().header("X-Request-Id", "a b\"c<script>").get("/v1/failures/unexpected");
    assertThat(UUID.fromString(forged.header("X-Request-Id")).version()).isEqualTo(7);
  }

  @Test
  void answersCarryTheHeadersOfSafety() {
    Response answer = caller().get("/v1/failures/none");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  private static String chunked(String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                  .formatted(TestTokens.token("somebody", "officer"), UUID.randomUUID())
              + "Transfer-Encoding: chunked\r\n\r\n";
      out.write((head + Integer.toHexString(body.length()) + "\r\n").getBytes());
      InputStream in = socket.getInputStream();
      try {
        out.write((body + "\r\n0\r\n\r\n").getBytes());
      } catch (SocketException closedEarly) {
        assertThat(closedEarly).isNotNull();
      }
      return new BufferedReader(new InputStreamReader(in)).readLine();
    }
  }

  private static Response post(String body) {
    return caller()
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType("application/json")
        .body(body == null ? "" : body)
        .post("/v1/things");
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.token("somebody", "officer"));
  }

  private static void assertProblem(Response answer, int status, String slug) {
    String body = answer.asString();
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.path("type").toString()).isEqualTo("https://shouxin.org/problems/" + slug);
    assertThat(answer.<Integer>path("status")).isEqualTo(status);
    assertThat(answer.path("title").toString()).isNotBlank();
    assertThat(answer.path("detail").toString()).isNotBlank();
    assertThat(answer.path("instance").toString())
        .isEqualTo("urn:request:" + answer.header("X-Request-Id"));
    assertThat(body)
        .doesNotContain(
            "Exception",
            "org.shouxin.",
            "com.fasterxml",
            "io.",
            "jakarta",
            "java",
            "secret",
            "10.0.0.1",
            "select")
        .doesNotContain("no_such_table");
  }
}
