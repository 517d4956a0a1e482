package org.shouxin.collections.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.localstack.testing.TestTokens;

/** Bad input is a clear problem, names no class and leaves nothing behind. */
@QuarkusTest
class BadInputIT {
  private static final int TEN_MB = 10_000_000;

  private static Response raw(Debtor debtor, String path, String body) {
    return debtor.post(path, body, UUID.randomUUID().toString());
  }

  private static void isProblem(Response answer, int status) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).contains("application/problem+json");
    assertThat(answer.asString()).doesNotContain("Exception").doesNotContain("org.shouxin.c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "[]",
        "\"text\"",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"dueDate\":\"2026-02-30\"}",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"dueDate\":\"tomorrow\"}",
        "{\"amount\":{\"amount\":\"1.001\",\"currency\":\"CNY\"},\"dueDate\":\"2026-03-02\"}",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"XYZ9\"},\"dueDate\":\"2026-03-02\"}",
        "{\"amount\":{\"amount\":1.00,\"currency\":\"CNY\"},\"dueDate\":\"2026-03-02\"}",
        "{\"amount\":{\"amount\":\"1e3\",\"currency\":\"CNY\"},\"dueDate\":\"2026-03-02\"}",
        "{\"amount\":{\"amount\":\"99999999999999999999999.00\",\"currency\":\"CNY\"},"
            + "\"dueDate\":\"2026-03-02\"}",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"dueDate\":\"2026-03-02\","
            + "\"state\":\"KEPT\"}"
      })
  void aMalformedPromise(String body) {
    Debtor debtor = Debtor.reachable().withCase();
    isProblem(raw(debtor, "/promises", body), 400);
    assertThat(Database.count("select count(*) from promise where case_id = ?", debtor.caseId()))
        .isZero();
  }

  @Test
  void aPromiseInAnotherCurrency() {
    Debtor debtor = Debtor.reachable().withCase();
    Response answer =
        raw(
            debtor,
            "/promises",
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"dueDate\":\""
                + Days.today()
                + "\"}");
    isProblem(answer, 422);
    assertThat(answer.<String>path("rule")).isEqualTo("PROMISE_CURRENCY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\":\"FAX\",\"plannedAt\":\"2026-03-02T10:00:00\",\"script\":\"FIRST_NOTICE\"}",
        "{\"channel\":\"SMS\",\"plannedAt\":\"2026-03-02T25:00:00\",\"script\":\"FIRST_NOTICE\"}",
        "{\"channel\":\"SMS\",\"plannedAt\":\"2026-03-02T10:00:00Z\",\"script\":\"FIRST_NOTICE\"}",
        "{\"channel\":\"SMS\",\"script\":\"FIRST_NOTICE\"}",
        "{\"channel\":\"SMS\",\"plannedAt\":\"2026-03-02T10:00:00\",\"script\":\"a b\"}",
        "{\"channel\":0,\"plannedAt\":\"2026-03-02T10:00:00\",\"script\":\"FIRST_NOTICE\"}",
        "{\"channel\":\"SMS\",\"plannedAt\":\"2026-03-02T10:00:00\",\"script\":\"FIRST_NOTICE\","
            + "\"phone\":\"13800138000\"}",
        "{\"channel\":\"SMS\",\"plannedAt\":\"2026-03-02T10:00:00\",\"script\":\"FIRST_NOTICE\","
            + "\"language\":\"fr\"}"
      })
  void aMalformedContact(String body) {
    Debtor debtor = Debtor.reachable().withCase();
    isProblem(raw(debtor, "/contacts", body), 400);
    assertThat(Database.count("select count(*) from contact where case_id = ?", debtor.caseId()))
        .isZero();
  }

  @Test
  void noKey() {
    Debtor debtor = Debtor.reachable().withCase();
    Response answer =
        Debtor.as("collector")
            .contentType("application/json")
            .body("{\"kind\":\"OTHER\",\"reason\":\"x\"}")
            .post("/v1/cases/" + debtor.caseId() + "/holds");
    isProblem(answer, 400);
    assertThat(answer.<String>path("rule")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
  }

  @Test
  void tokensThatAreNone() {
    String path = "/v1/cases/" + UUID.randomUUID();
    isProblem(given().get(path), 401);
    isProblem(given().auth().oauth2(TestTokens.expired("c", "collector")).get(path), 401);
    isProblem(given().auth().oauth2(TestTokens.badSignature("c", "collector")).get(path), 401);
    isProblem(given().auth().oauth2(TestTokens.wrongAudience("c", "collector")).get(path), 401);
    isProblem(Debtor.as("borrower").get(path), 403);
  }

  @Test
  void somebodyElsesOrNobodysCase() {
    Days.today();
    Response answer =
        Debtor.as("collector")
            .header("Idempotency-Key", "k-1")
            .contentType("application/json")
            .body(
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"dueDate\":\"2026-03-02\"}")
            .post("/v1/cases/" + UUID.randomUUID() + "/promises");
    isProblem(answer, 404);
    isProblem(Debtor.as("collector").get("/v1/cases/not-a-uuid"), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "cursor=zzz", "cursor=W10"})
  void badPages(String query) {
    isProblem(Debtor.as("collector").get("/v1/cases?" + query), 400);
  }

  @Test
  void tenMegabytes() {
    Debtor debtor = Debtor.reachable().withCase();
    Response answer =
        raw(debtor, "/holds", "{\"kind\":\"OTHER\",\"reason\":\"" + "x".repeat(TEN_MB) + "\"}");
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void refusalsSpeakTheCallersLanguage() {
    Debtor debtor = Debtor.reachable().withCase();
    String body =
        "{\"channel\":\"SMS\",\"plannedAt\":\""
            + Days.today()
            + "T23:00:00\",\"script\":\"FIRST_NOTICE\"}";
    Response chinese =
        Debtor.as("collector")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType("application/json")
            .body(body)
            .post("/v1/cases/" + debtor.caseId() + "/contacts");
    assertThat(chinese.<String>path("detail")).contains("时段");
    assertThat(raw(debtor, "/contacts", body).<String>path("detail")).contains("hours of contact");
  }
}
