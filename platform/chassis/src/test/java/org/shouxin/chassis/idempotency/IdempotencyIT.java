package org.shouxin.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Prepared;
import org.shouxin.chassis.app.Rows;
import org.shouxin.localstack.testing.Definite;
import org.shouxin.localstack.testing.TestTokens;

/** Same key, same answer. */
@QuarkusTest
class IdempotencyIT {

  private static final int TWINS = 50;

  @Test
  void fiftyTwinsHaveOneEffect() {
    String name = UUID.randomUUID().toString();
    String key = UUID.randomUUID().toString();
    ExecutorService callers = Executors.newFixedThreadPool(TWINS);
    try {
      List<Response> answers =
          IntStream.range(0, TWINS)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> Definite.answer(() -> post(key, name), Response::statusCode),
                          callers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
      assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
      assertThat(answers.stream().map(Response::contentType).distinct()).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
    assertThat(Rows.count("thing where name = '" + name + "'")).isOne();
    assertThat(Rows.count("idempotency_record where key = '" + key + "'")).isOne();
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    String key = UUID.randomUUID().toString();
    assertThat(post(key, "first").statusCode()).isEqualTo(201);
    Response other = post(key, "second");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.path("rule").toString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(Rows.count("thing where name = 'second'")).isZero();
  }

  @Test
  void theSameRequestInOtherSpellingIsTheSame() {
    String key = UUID.randomUUID().toString();
    Response first = send("officer-1", key, "/v1/things", body("spelled"));
    String respelled =
        """
        { "price" : {"currency":"CNY","amount":"1.00"}, "count":0, "name":"spelled" }""";
    Response second = send("officer-1", key, "/v1/things", respelled);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
  }

  @Test
  void aKeyBelongsToItsCaller() {
    String key = UUID.randomUUID().toString();
    Response mine = send("officer-1", key, "/v1/things", body("mine"));
    Response theirs = send("officer-2", key, "/v1/things", body("theirs"));
    assertThat(theirs.statusCode()).isEqualTo(201);
    assertThat(theirs.path("id").toString()).isNotEqualTo(mine.path("id").toString());
  }

  @Test
  void aRefusedRequestLeavesTheKeyFreeAndNothingBehind() {
    String key = UUID.randomUUID().toString();
    assertThat(post(key, "refused").statusCode()).isEqualTo(409);
    assertThat(Rows.count("idempotency_record where key = '" + key + "'")).isZero();
    assertThat(Rows.count("thing where name = 'refused'")).isZero();
    assertThat(post(key, "taken").statusCode()).isEqualTo(201);
  }

  @Test
  void withoutAKeyNothingIsDone() {
    Response none =
        given()
            .auth()
            .oauth2(TestTokens.token("officer-1", "officer"))
            .contentType("application/json")
            .body(body("keyless"))
            .post("/v1/things");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.path("rule").toString()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    assertThat(post("x".repeat(129), "keyless").statusCode()).isEqualTo(400);
    assertThat(Rows.count("thing where name = 'keyless'")).isZero();
  }

  @Test
  void anAnsweredKeyIsNotPreparedAgain() {
    String key = UUID.randomUUID().toString();
    Response first = send("officer-1", key, "/v1/things/prepared", body("prepared"));
    int before = Prepared.times();
    Response second = send("officer-1", key, "/v1/things/prepared", body("prepared"));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(Prepared.times()).isEqualTo(before);
    assertThat(Rows.count("thing where name = 'prepared'")).isOne();
    assertThat(send("officer-1", key, "/v1/things", body("prepared")).statusCode()).isEqualTo(422);
  }

  private static Response post(String key, String name) {
    return send("officer-1", key, "/v1/things", body(name));
  }

  private static Response send(String subject, String key, String path, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token(subject, "officer"))
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  private static String body(String name) {
    return """
    {"name":"%s","price":{"amount":"1.00","currency":"CNY"},"count":0}"""
        .formatted(name);
  }
}
