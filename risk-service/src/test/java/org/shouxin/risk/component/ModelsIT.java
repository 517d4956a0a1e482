package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.registry.AskModels;
import org.shouxin.risk.scorecard.training.PhoneHistoryGenerator;
import org.shouxin.risk.training.Purpose;

/** A model's way over HTTP: trained, drafted, promoted by two people, rolled back by one. */
@QuarkusTest
class ModelsIT extends Component {

  @Inject AskModels models;
  @Inject UnitOfWork work;

  @Test
  void aPhoneCreditModelIsTrainedAndPromotedByTwoPeopleAndRolledBack() {
    String first = trained("PHONE_CREDIT", "bad", phoneHistory("bad", 1), "phone-" + nonce());
    String second = trained("PHONE_CREDIT", "bad", phoneHistory("bad", 2), "phone-" + nonce());
    as("officer-1", "officer")
        .get("/v1/models/" + first + "/report")
        .then()
        .statusCode(200)
        .body("test.auc", notNullValue())
        .body("measured", hasSize(2))
        .body("dataSha256", notNullValue());
    as("officer-1", "officer")
        .get("/v1/models/" + first + "/page")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<svg"), containsString("Reliability"));
    promoted(first, "SHADOW", 0);
    promoted(first, "CHAMPION", 0);
    promoted(second, "SHADOW", 0);
    promoted(second, "CHALLENGER", 20);
    assertBothDecideForSomeAndAlwaysForTheSame(first, second);
    promoted(second, "CHAMPION", 0);
    assertThat(stage(first)).isEqualTo("RETIRED");
    as("admin-1", "admin")
        .post("/v1/models/rollbacks/PHONE_CREDIT")
        .then()
        .statusCode(200)
        .body("version", equalTo(first))
        .body("stage", equalTo("CHAMPION"));
    assertThat(stage(second)).isEqualTo("RETIRED");
    as("admin-1", "admin")
        .post("/v1/models/rollbacks/PHONE_CREDIT")
        .then()
        .statusCode(409)
        .body("rule", equalTo("MODEL_CHAMPION_BEFORE"));
    assertThat(stage(first)).isEqualTo("CHAMPION");
  }

  @Test
  void onePersonAloneDoesNotPromote() {
    String model = trained("WILL_VANISH", "vanished", phoneHistory("vanished", 3), "v-" + nonce());
    String promotion = proposed(model, "SHADOW", 0, "admin-1").extract().path("id");
    approve(model, promotion, "admin-1").statusCode(422).body("rule", equalTo("FOUR_EYES"));
    assertThat(stage(model)).isEqualTo("DRAFT");
    approve(model, promotion, "admin-2").statusCode(200);
    approve(model, promotion, "admin-2")
        .statusCode(409)
        .body("rule", equalTo("MODEL_PROMOTION_OPEN"));
    proposed(model, "SHADOW", 0, "admin-1")
        .statusCode(409)
        .body("rule", equalTo("MODEL_STAGE_STEP"));
    proposed(model, "CHALLENGER", 80, "admin-1").statusCode(400);
    as("admin-1", "admin").post("/v1/models/" + model + "/retirement").then().statusCode(200);
  }

  @Test
  void aStoredModelNeverChanges() {
    String version = "same-" + nonce();
    trained("LENDING", "bad", Drawn.csv(1_200, 4), version);
    String document =
        as("auditor-1", "auditor").get("/v1/models/" + version).then().extract().asString();
    as("admin-1", "admin").body(document).post("/v1/models").then().statusCode(201);
    String other = document.replaceFirst("\"seed\":1,", "\"seed\":2,");
    assertThat(other).isNotEqualTo(document);
    as("admin-1", "admin")
        .body(other)
        .post("/v1/models")
        .then()
        .statusCode(409)
        .body("rule", equalTo("MODEL_VERSION_ONCE"));
    as("admin-1", "admin")
        .body(document.replace("\"name\":\"trade\"", "\"name\":\"sex\""))
        .post("/v1/models")
        .then()
        .statusCode(400);
    as("admin-1", "admin").body("{}").post("/v1/models").then().statusCode(400);
  }

  @Test
  void aRunThatCannotBeTrainedNamesTheRule() {
    refused("x,bad\n" + "1,0\n".repeat(300), "DATA_BAD_NAMED");
    refused("x,bad\nNaN,0\n2,1\n", "DATA_INFORMS", "DATA_NUMBER", "DATA_ENOUGH_ROWS");
    refused("", "DATA_HAS_ROWS", "HTTP_400");
    refused(leaking(), "DATA_LEAKS");
  }

  @Test
  void theSchemaIsProposed() {
    as("admin-1", "admin")
        .body(request("LENDING", "bad", Drawn.csv(300, 5), null))
        .post("/v1/training-jobs/schema")
        .then()
        .statusCode(200)
        .body("bad", equalTo("1"))
        .body("columns.find { it.name == 'sex' }.role", equalTo("TRAIT"));
  }

  private void assertBothDecideForSomeAndAlwaysForTheSame(String champion, String challenger) {
    Map<String, Integer> decided = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      List<AskModels.Answer> answers = answers("tag-" + i);
      assertThat(answers).extracting(AskModels.Answer::decides).containsExactly(true, false);
      assertThat(answers)
          .extracting(AskModels.Answer::version)
          .containsExactlyInAnyOrder(champion, challenger);
      assertThat(answers).allMatch(each -> each.probability() > 0 && each.probability() < 1);
      assertThat(answers("tag-" + i)).isEqualTo(answers);
      decided.merge(answers.get(0).version(), 1, Integer::sum);
    }
    assertThat(decided.get(challenger)).isBetween(5, 40);
    assertThat(decided.get(champion)).isBetween(60, 95);
  }

  private List<AskModels.Answer> answers(String subject) {
    return work.reading(
            () ->
                models.ask(
                    Purpose.PHONE_CREDIT,
                    subject,
                    Map.of("line_use", "0.9", "sim_changes_12m", "3", "plan", "PREPAID")))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private static void refused(String csv, String... rules) {
    ValidatableResponse asked = ask(request("LENDING", "bad", csv, null));
    if (asked.extract().statusCode() == 400) {
      assertThat(rules).contains("HTTP_400");
      return;
    }
    String job = asked.statusCode(202).extract().path("jobId");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(job).equals("REFUSED"));
    String rule =
        as("admin-1", "admin").get("/v1/training-jobs/" + job).then().extract().path("rule");
    assertThat(rule).isIn((Object[]) rules);
  }

  private static String trained(String purpose, String target, String csv, String version) {
    String job =
        ask(request(purpose, target, csv, version)).statusCode(202).extract().path("jobId");
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> !state(job).equals("QUEUED") && !state(job).equals("RUNNING"));
    as("admin-1", "admin")
        .get("/v1/training-jobs/" + job)
        .then()
        .body("state", equalTo("DONE"))
        .body("percent", equalTo(100))
        .body("modelVersion", equalTo(version));
    assertThat(count("select count(*) from training_job where id = '" + job + "' and data is null"))
        .isEqualTo(1);
    return version;
  }

  private static void promoted(String version, String to, int share) {
    String promotion = proposed(version, to, share, "admin-1").statusCode(201).extract().path("id");
    approve(version, promotion, "reviewer-2")
        .statusCode(200)
        .body("stage", equalTo(to))
        .body("sharePercent", equalTo(share));
  }

  private static ValidatableResponse proposed(String version, String to, int share, String by) {
    return as(by, "admin")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"to\":\"" + to + "\",\"sharePercent\":" + share + "}")
        .post("/v1/models/" + version + "/promotions")
        .then();
  }

  private static ValidatableResponse approve(String version, String promotion, String by) {
    return as(by, by.startsWith("admin") ? "admin" : "reviewer")
        .post("/v1/models/" + version + "/promotions/" + promotion + "/approval")
        .then();
  }

  private static ValidatableResponse ask(String body) {
    return as("admin-1", "admin")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/v1/training-jobs")
        .then();
  }

  private static String state(String job) {
    return as("admin-1", "admin").get("/v1/training-jobs/" + job).then().extract().path("state");
  }

  private static String stage(String version) {
    return as("admin-1", "admin")
        .get("/v1/models")
        .then()
        .extract()
        .path("find { it.version == '" + version + "' }.stage");
  }

  private static String request(String purpose, String target, String csv, String version) {
    String data = Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8));
    return "{\"purpose\":\"%s\",\"target\":\"%s\",\"data\":\"%s\"%s}"
        .formatted(
            purpose, target, data, version == null ? "" : ",\"version\":\"" + version + "\"");
  }

  private static String phoneHistory(String target, long seed) {
    PhoneHistoryGenerator history = new PhoneHistoryGenerator(seed, target);
    StringBuilder csv = new StringBuilder(String.join(",", history.header())).append('\n');
    for (int row = 0; row < 3_000; row++) {
      csv.append(String.join(",", history.next(row, 3_000))).append('\n');
    }
    return csv.toString();
  }

  private static String leaking() {
    StringBuilder csv = new StringBuilder("x,days_late,bad\n");
    for (int i = 0; i < 600; i++) {
      csv.append(i % 17).append(',').append(i % 3 == 0 ? 90 + i % 5 : i % 4);
      csv.append(',').append(i % 3 == 0 ? 1 : 0).append('\n');
    }
    return csv.toString();
  }

  private static String nonce() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
