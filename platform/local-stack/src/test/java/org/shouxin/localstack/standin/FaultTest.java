package org.shouxin.localstack.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouxin.localstack.standin.World.SOMEONE;
import static org.shouxin.localstack.standin.World.identity;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of fault, and requests that no party would carry out. */
class FaultTest {

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() throws Exception {
    world = new World(directory);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void errorWithoutEffect() {
    JsonObject debit = debit("d-1");
    world.admin().fault("bank", "debits", "ERROR_500", 1, 0);
    assertThat(world.post("/bank/v1/debits", debit).status()).isEqualTo(500);
    assertThat(world.get("/bank/v1/debits/d-1").status()).isEqualTo(404);
    assertThat(world.post("/bank/v1/debits", debit).status()).isEqualTo(202);
  }

  @Test
  void errorAfterTheEffectHasHappened() {
    world.admin().fault("bank", "debits", "ERROR_AFTER_EFFECT", 1, 0);
    assertThat(world.post("/bank/v1/debits", debit("d-1")).status()).isEqualTo(500);
    await().until(() -> !world.hooks.accepted().isEmpty());
    assertThat(world.get("/bank/v1/debits/d-1").json().getString("status")).isEqualTo("SUCCEEDED");
  }

  @Test
  void delayOfTheAnswerOnly() {
    world.admin().fault("bank", "debits", "DELAY", 1, 500);
    Instant asked = Instant.now();
    assertThat(world.post("/bank/v1/debits", debit("d-1")).status()).isEqualTo(202);
    assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofMillis(450));
    assertThat(world.hooks.accepted()).hasSize(1);
  }

  @Test
  void duplicateCallbackUnderTheSameId() {
    world.admin().fault("bank", "debits", "DUPLICATE_CALLBACK", 1, 0);
    world.post("/bank/v1/debits", debit("d-1"));
    await().until(() -> world.hooks.accepted().size() == 2);
    assertThat(world.hooks.accepted())
        .extracting(hook -> hook.header("webhook-id"))
        .containsExactly("debit.succeeded.d-1", "debit.succeeded.d-1");
    assertThat(world.admin().bankTotals().entries()).isEqualTo(1);
  }

  @Test
  void lateCallbackWhileTheBooksAreRight() {
    world.admin().fault("bank", "debits", "LATE_CALLBACK", 1, 600);
    world.post("/bank/v1/debits", debit("d-1"));
    await()
        .until(
            () -> world.get("/bank/v1/debits/d-1").json().getString("status").equals("SUCCEEDED"));
    assertThat(world.hooks.received()).isEmpty();
    await().until(() -> world.hooks.accepted().size() == 1);
  }

  @Test
  void noCallbackAtAll() {
    world.admin().fault("bank", "debits", "NO_CALLBACK", 1, 0);
    world.post("/bank/v1/debits", debit("d-1"));
    await().until(() -> world.admin().counter("callbacks.swallowed") == 1);
    assertThat(world.hooks.received()).isEmpty();
    assertThat(world.admin().statement(1)).hasSize(1);
  }

  @Test
  void wrongAmountInTheCallbackOnly() {
    world.admin().fault("bank", "debits", "WRONG_AMOUNT", 1, 0);
    world.post("/bank/v1/debits", debit("d-1"));
    await().until(() -> world.hooks.accepted().size() == 1);
    JsonObject told = new JsonObject(world.hooks.accepted().get(0).body()).getJsonObject("data");
    JsonObject truth = world.get("/bank/v1/debits/d-1").json();
    assertThat(told.getJsonObject("collected").getString("amount")).isEqualTo("31.00");
    assertThat(truth.getJsonObject("collected").getString("amount")).isEqualTo("30.00");
  }

  @Test
  void faultsHitOnlyWhatTheyMatchAndAreForgottenOnRequest() {
    world.admin().fault("carrier", "three-factor", "ERROR_500", 2, 0, "13900000009");
    assertThat(world.post("/carrier/v1/three-factor", identity()).status()).isEqualTo(200);
    JsonObject other = identity().put("phone", "+8613900000009");
    assertThat(world.post("/carrier/v1/three-factor", other).status()).isEqualTo(500);
    world.admin().clearFaults();
    assertThat(world.post("/carrier/v1/three-factor", other).status()).isEqualTo(200);
    assertThat(world.admin().counter("faults.ERROR_500")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bank|transfers|ERROR_500|operation",
        "bank|debits|SOMETIMES|kind",
        "carrier|three-factor|LATE_CALLBACK|kind",
        "messaging|sms|WRONG_AMOUNT|kind"
      })
  void refusesAFaultThatCannotBe(String party, String operation, String kind, String field) {
    JsonObject fault =
        new JsonObject().put("party", party).put("operation", operation).put("kind", kind);
    World.Reply reply = world.post("/admin/faults", fault);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/bank/v1/debits|{\"requestId\":|",
        "/bank/v1/debits|[1]|requestId",
        "/bank/v1/debits|{\"agreement\":\"a\"}|requestId",
        "/bank/v1/debits|{\"requestId\":\"r\",\"agreement\":\"a\"}|amount",
        "/bank/v1/debits|{\"requestId\":\"r\",\"agreement\":\"a\",\"amount\":\"5\"}|amount",
        "/bank/v1/debits|{\"requestId\":\"r\",\"agreement\":\"a\",\"amount\":"
            + "{\"amount\":\"1.001\",\"currency\":\"CNY\"}}|amount",
        "/bank/v1/debits|{\"requestId\":\"r\",\"agreement\":\"a\",\"amount\":"
            + "{\"amount\":\"-1.00\",\"currency\":\"CNY\"}}|amount",
        "/bank/v1/debits|{\"requestId\":\"r\",\"agreement\":\"a\",\"amount\":"
            + "{\"amount\":\"1.00\",\"currency\":\"USD\"}}|amount",
        "/authority/v1/identity-checks|{\"name\":7,\"idNumber\":\"1\"}|name",
        "/carrier/v1/number-status|{\"phone\":\"abc\"}|phone",
        "/admin/people|{\"name\":\"x\"}|",
        "/admin/people|[{\"name\":\"x\"}]|idNumber"
      })
  void refusesMalformedRequestsByField(String path, String body, String field) {
    World.Reply reply = world.post(path, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("error")).isEqualTo("MALFORMED_REQUEST");
    assertThat(reply.json().getString("field")).isEqualTo(field == null ? "" : field);
  }

  @Test
  void unknownAgreementPathAndAccountAreNotFound() {
    JsonObject order = debit("d-1").put("agreement", "agr_none");
    assertThat(world.post("/bank/v1/debits", order).status()).isEqualTo(404);
    assertThat(world.get("/bank/v1/debits/none").status()).isEqualTo(404);
    assertThat(world.get("/nowhere").status()).isEqualTo(404);
    assertThat(world.get("/admin/accounts/none").status()).isEqualTo(404);
  }

  @Test
  void aWipeLeavesAnEmptyWorld() {
    world.post("/bank/v1/debits", debit("d-1"));
    world.admin().reset();
    assertThat(world.admin().bankTotals().entries()).isZero();
    assertThat(world.admin().counters()).isEmpty();
    assertThat(world.get("/admin/accounts/" + SOMEONE.cardNumber()).status()).isEqualTo(404);
    world.restart();
    assertThat(world.get("/admin/accounts/" + SOMEONE.cardNumber()).status()).isEqualTo(404);
  }

  private JsonObject debit(String requestId) {
    return new JsonObject()
        .put("requestId", requestId)
        .put("agreement", world.agreement())
        .put("amount", StandInAdmin.cny("30.00"));
  }
}
