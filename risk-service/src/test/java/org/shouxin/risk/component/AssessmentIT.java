package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.Definite;

/** Assess, read, replay: over HTTP on real PostgreSQL. */
@QuarkusTest
class AssessmentIT extends Component {

  private static final int TWINS = 50;

  @Test
  void approvesASoundApplicantAndGrantsTheLimit() {
    Question question = Question.sound();
    String id =
        assess(question)
            .statusCode(201)
            .body("outcome", equalTo("APPROVED"))
            .body("policyVersion", equalTo("cn-2026-01"))
            .body("scorecardVersion", equalTo("default-1"))
            .body("annualRate", notNullValue())
            .body("limit.currency", equalTo("CNY"))
            .body("reasons.size()", lessThanOrEqualTo(4))
            .extract()
            .path("assessmentId");
    limitOf(question.borrower())
        .statusCode(200)
        .body("newMoneyPercent", equalTo(100))
        .body("limit.amount", not(equalTo("0.00")));
    as("auditor-1", "auditor")
        .get("/v1/assessments/" + id)
        .then()
        .statusCode(200)
        .body("facts.applicant.age", equalTo(35))
        .body("facts.bureau.extras.employer", equalTo("known"))
        .body("result.evaluations", hasSize(17))
        .body("result.features.utilisation", equalTo("0.20"))
        .body("result.features", not(hasItem("age")));
  }

  @Test
  void replayRecomputesToTheSameBytes() {
    for (Question each :
        List.of(
            Question.sound(),
            Question.sound().with("\"monthsInNetwork\":48", "\"monthsInNetwork\":null"),
            Question.sound().with("\"utilisation\":\"0.20\"", "\"utilisation\":\"0.99\""),
            Question.sound().with("\"status\":\"ACTIVE\"", "\"status\":\"EMPTY\""))) {
      String id = assess(each).statusCode(201).extract().path("assessmentId");
      JsonPath replay =
          as("reviewer-1", "reviewer")
              .get("/v1/assessments/" + id + "/replay")
              .then()
              .statusCode(200)
              .body("identical", equalTo(true))
              .extract()
              .jsonPath();
      assertThat(replay.getString("storedHash")).isEqualTo(replay.getString("replayedHash"));
      assertThat(replay.getString("result.assessmentId")).isEqualTo(id);
    }
  }

  @Test
  void replayStaysIdenticalAfterAnotherCardBecameActive() {
    String id = assess(Question.sound()).statusCode(201).extract().path("assessmentId");
    String version = "other-" + UUID.randomUUID();
    String card =
        as("admin-1", "admin")
            .get("/v1/scorecards/default-1")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .replace("\"version\":\"default-1\"", "\"version\":\"" + version + "\"");
    as("admin-1", "admin").body(card).post("/v1/scorecards").then().statusCode(201);
    as("admin-1", "admin").body(card).post("/v1/scorecards").then().statusCode(201);
    as("admin-1", "admin")
        .post("/v1/scorecards/" + version + "/activation")
        .then()
        .statusCode(200)
        .body("active", equalTo(true));
    try {
      assess(Question.sound()).statusCode(201).body("scorecardVersion", equalTo(version));
      as("reviewer-1", "reviewer")
          .get("/v1/assessments/" + id + "/replay")
          .then()
          .body("identical", equalTo(true))
          .body("result.scorecardVersion", equalTo("default-1"));
    } finally {
      execute("delete from scorecard_activation");
    }
  }

  @Test
  void whatIsKeptAndToldCarriesNoTagOfPersonOrPhone() {
    Question question = Question.sound();
    String id = assess(question).statusCode(201).extract().path("assessmentId");
    as("auditor-1", "auditor")
        .get("/v1/assessments/" + id)
        .then()
        .body(not(containsString(question.personTag())))
        .body(not(containsString(question.phoneTag())));
    assertThat(
            count(
                "select count(*) from outbox where payload::text like '%"
                    + question.phoneTag()
                    + "%' or payload::text like '%"
                    + question.personTag()
                    + "%'"))
        .isZero();
  }

  @Test
  void aTamperedRecordIsSeen() {
    String id = assess(Question.sound()).statusCode(201).extract().path("assessmentId");
    execute(
        "update assessment set facts = replace(facts, '\"age\":35', '\"age\":17') where id = '"
            + id
            + "'");
    as("auditor-1", "auditor")
        .get("/v1/assessments/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("identical", equalTo(false));
  }

  @Test
  void reasonsAreInTheReadersLanguage() {
    Question question = Question.sound().with("\"age\":35", "\"age\":17");
    assess(question)
        .statusCode(201)
        .body("outcome", equalTo("DECLINED"))
        .body("reasons[0].code", equalTo("AGE_OUT_OF_RANGE"))
        .body("reasons[0].text", containsString("age"))
        .body("limit.amount", equalTo("0.00"));
    origination()
        .header("Accept-Language", "zh-CN")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(question.json())
        .post("/v1/assessments")
        .then()
        .statusCode(201);
  }

  @Test
  void fiftyTwinsHaveOneEffect() {
    Question question = Question.sound();
    String key = UUID.randomUUID().toString();
    String body = question.json();
    ExecutorService callers = Executors.newFixedThreadPool(TWINS);
    try {
      List<CompletableFuture<Response>> calls =
          IntStream.range(0, TWINS)
              .mapToObj(
                  any ->
                      CompletableFuture.supplyAsync(
                          () ->
                              Definite.answer(
                                  () ->
                                      origination()
                                          .header("Idempotency-Key", key)
                                          .body(body)
                                          .post("/v1/assessments"),
                                  Response::statusCode),
                          callers))
              .toList();
      Set<String> answers =
          calls.stream()
              .map(CompletableFuture::join)
              .map(answer -> answer.statusCode() + answer.asString())
              .collect(Collectors.toSet());
      assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201"));
    } finally {
      callers.shutdownNow();
    }
    assertThat(
            count(
                "select count(*) from assessment where borrower_id = '"
                    + question.borrower()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = UUID.randomUUID().toString();
    assess(key, Question.sound().json()).statusCode(201);
    assess(key, Question.sound().json())
        .statusCode(422)
        .contentType("application/problem+json")
        .body("rule", equalTo("IDEMPOTENCY_KEY_REUSED"));
    origination()
        .body(Question.sound().json())
        .post("/v1/assessments")
        .then()
        .statusCode(400)
        .body("rule", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  @Test
  void listsNewestFirstByPages() {
    Question question = Question.sound();
    for (int i = 0; i < 3; i++) {
      assess(question).statusCode(201);
    }
    String path = "/v1/assessments?borrowerId=" + question.borrower() + "&limit=2";
    String cursor =
        as("auditor-1", "auditor")
            .get(path)
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    as("auditor-1", "auditor")
        .get(path + "&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", equalTo(null));
    as("auditor-1", "auditor").get(path + "&cursor=zz").then().statusCode(400);
    as("auditor-1", "auditor").get("/v1/assessments?limit=0").then().statusCode(400);
  }

  @Test
  void summaryCounts() {
    assess(Question.sound()).statusCode(201);
    as("admin-1", "admin")
        .get("/v1/reports/summary")
        .then()
        .statusCode(200)
        .body("byOutcome.APPROVED", notNullValue())
        .body("assessments", notNullValue());
  }

  @Test
  void anUnknownAssessmentIsNotFound() {
    String path = "/v1/assessments/" + UUID.randomUUID();
    as("auditor-1", "auditor").get(path).then().statusCode(404);
    as("auditor-1", "auditor").get(path + "/replay").then().statusCode(404);
    as("auditor-1", "auditor").get("/v1/assessments/17").then().statusCode(404);
    limitOf(UUID.randomUUID()).statusCode(404);
  }
}
