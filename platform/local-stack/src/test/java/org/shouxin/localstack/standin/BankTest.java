package org.shouxin.localstack.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouxin.localstack.standin.World.SOMEONE;
import static org.shouxin.localstack.standin.World.identity;

import com.standardwebhooks.Webhook;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank: exact money, one effect per requestId, signed webhooks, books that outlive it. */
class BankTest {

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
  void agreesOnlyWithTheHolderOfTheCard() {
    JsonObject request = identity().put("cardNumber", SOMEONE.cardNumber());
    JsonObject agreed = world.post("/bank/v1/agreements", request).json();
    assertThat(agreed.getString("result")).isEqualTo("MATCH");
    assertThat(agreed.getString("last4")).isEqualTo("0007");
    assertThat(agreed.getString("agreement")).doesNotContain(SOMEONE.cardNumber());
    assertThat(result(request.copy().put("name", "测试乙"))).isEqualTo("MISMATCH");
    assertThat(result(request.copy().put("phone", "+8613900000000"))).isEqualTo("MISMATCH");
    assertThat(result(request.copy().put("cardNumber", "6222029999999999999")))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void paysOutOnceHoweverOftenAsked() {
    JsonObject payout = order("p-1", "2500.50");
    assertThat(world.post("/bank/v1/payouts", payout).status()).isEqualTo(202);
    world.post("/bank/v1/payouts", payout);
    await().until(() -> status("payouts", "p-1").equals("SUCCEEDED"));
    JsonObject again = world.post("/bank/v1/payouts", payout).json();

    assertThat(again.getString("status")).isEqualTo("SUCCEEDED");
    assertThat(again.getString("bankReference")).isEqualTo("BK0000000001");
    assertThat(balance()).isEqualByComparingTo("3500.50");
    assertThat(world.admin().bankTotals().paidOut()).isEqualByComparingTo("2500.50");
    assertThat(world.post("/bank/v1/payouts", order("p-1", "2500.51")).status()).isEqualTo(409);
    assertThat(world.post("/bank/v1/debits", order("p-1", "2500.50")).status()).isEqualTo(409);
  }

  @Test
  void debitsWhatIsThereOnlyWhenPartialIsAllowed() {
    world.post("/bank/v1/debits", order("d-1", "1000.01"));
    await().until(() -> status("debits", "d-1").equals("FAILED"));
    JsonObject failed = world.get("/bank/v1/debits/d-1").json();
    assertThat(failed.getString("reason")).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(failed.getJsonObject("collected").getString("amount")).isEqualTo("0.00");

    world.post("/bank/v1/debits", order("d-2", "1000.01").put("allowPartial", true));
    await().until(() -> status("debits", "d-2").equals("SUCCEEDED"));
    JsonObject partial = world.get("/bank/v1/debits/d-2").json();
    assertThat(partial.getJsonObject("requested").getString("amount")).isEqualTo("1000.01");
    assertThat(partial.getJsonObject("collected").getString("amount")).isEqualTo("1000.00");
    assertThat(balance()).isZero();

    world.post("/bank/v1/debits", order("d-3", "5.00").put("allowPartial", true));
    await().until(() -> status("debits", "d-3").equals("FAILED"));
    assertThat(world.admin().bankTotals().received()).isEqualByComparingTo("1000.00");
  }

  @Test
  void aDebitThatIsRecalledGoesBackOnceAndStandsOnTheStatement() {
    world.post("/bank/v1/debits", order("d-1", "10.00"));
    await().until(() -> status("debits", "d-1").equals("SUCCEEDED"));
    world.admin().returnDebit("d-1");
    assertThat(balance()).isEqualByComparingTo("1000.00");
    assertThat(world.admin().bankTotals().received()).isEqualByComparingTo("10.00");
    assertThat(world.admin().bankTotals().returned()).isEqualByComparingTo("10.00");
    assertThat(world.admin().bankTotals().paidOut()).isZero();
    assertThat(world.admin().statement(2))
        .singleElement()
        .satisfies(line -> assertThat(line.getString("kind")).isEqualTo("RETURN"))
        .satisfies(line -> assertThat(line.getString("direction")).isEqualTo("OUT"));
    assertThat(world.post("/admin/debits/d-1/return", new JsonObject()).status()).isEqualTo(409);
    assertThat(world.post("/admin/debits/d-2/return", new JsonObject()).status()).isEqualTo(404);
  }

  @Test
  void failsOrdersOfAClosedAccount() {
    JsonObject payout = order("p-1", "10.00");
    JsonObject debit = order("d-1", "10.00");
    world.admin().closeAccount(SOMEONE.cardNumber());
    world.post("/bank/v1/payouts", payout);
    world.post("/bank/v1/debits", debit);
    await().until(() -> status("payouts", "p-1").equals("FAILED"));
    await().until(() -> status("debits", "d-1").equals("FAILED"));
    assertThat(world.get("/bank/v1/debits/d-1").json().getString("reason"))
        .isEqualTo("ACCOUNT_CLOSED");
    assertThat(world.admin().bankTotals().entries()).isZero();
  }

  @Test
  void tellsTheLenderOfATransfer() {
    world.admin().transfer("t-1", SOMEONE.cardNumber(), "12.34", "loan-7");
    world.admin().transfer("t-1", SOMEONE.cardNumber(), "12.34", "loan-7");
    await().until(() -> world.hooks.received().size() == 1);
    JsonObject hook = new JsonObject(world.hooks.received().get(0).body());
    assertThat(hook.getString("type")).isEqualTo("transfer.received");
    assertThat(hook.getJsonObject("data").getString("reference")).isEqualTo("loan-7");
    assertThat(hook.getJsonObject("data").getJsonObject("amount").getString("amount"))
        .isEqualTo("12.34");
    assertThat(balance()).isEqualByComparingTo("987.66");
  }

  @Test
  void statementListsEveryBookingOnceInOrder() {
    world.post("/bank/v1/payouts", order("p-1", "100.00"));
    await().until(() -> status("payouts", "p-1").equals("SUCCEEDED"));
    world.post("/bank/v1/debits", order("d-1", "40.00"));
    await().until(() -> status("debits", "d-1").equals("SUCCEEDED"));

    var entries = world.admin().statement(1);
    assertThat(entries).extracting(entry -> entry.getLong("seq")).containsExactly(1L, 2L);
    assertThat(entries)
        .extracting(entry -> entry.getString("direction"))
        .containsExactly("OUT", "IN");
    assertThat(world.admin().statement(2))
        .extracting(entry -> entry.getString("requestId"))
        .containsExactly("d-1");
  }

  @Test
  void webhooksAreSignedAndSentAgainUntilAccepted() throws Exception {
    world.hooks.refuseNext(3);
    world.post("/bank/v1/payouts", order("p-1", "100.00"));
    await().until(() -> world.hooks.received().size() == 4);
    assertThat(world.hooks.received())
        .extracting(hook -> hook.header("webhook-id"))
        .containsOnly("payout.succeeded.p-1");
    assertThat(world.hooks.received())
        .extracting(WebhookReceiver.Received::answered)
        .containsExactly(503, 503, 503, 204);
    for (WebhookReceiver.Received hook : world.hooks.received()) {
      new Webhook(StandInConfig.LOCAL_WEBHOOK_SECRET).verify(hook.body(), lowerCase(hook));
      assertThat(hook.header("webhook-signature")).isEqualTo(signature(hook));
    }
    await().until(() -> world.admin().bankTotals().untold() == 0);
  }

  @Test
  void booksSurviveARestart() {
    world.post("/bank/v1/payouts", order("p-1", "100.00"));
    world.post("/bank/v1/debits", order("d-1", "30.00"));
    await().until(() -> world.admin().bankTotals().untold() == 0);
    world.admin().phoneStatus(SOMEONE.phone(), "EMPTY");
    BigDecimal before = balance();
    var statement = world.admin().statement(1);

    world.restart(this::tearLastLineOfTheJournal);

    assertThat(balance()).isEqualByComparingTo(before).isEqualByComparingTo("1070.00");
    assertThat(world.admin().statement(1)).isEqualTo(statement);
    assertThat(status("payouts", "p-1")).isEqualTo("SUCCEEDED");
    world.post("/bank/v1/payouts", order("p-1", "100.00"));
    world.admin().deposit(SOMEONE.cardNumber(), "1.00");
    world.restart();
    assertThat(balance()).isEqualByComparingTo("1071.00");
    JsonObject line = new JsonObject().put("phone", SOMEONE.phone());
    assertThat(world.post("/carrier/v1/number-status", line).json().getString("status"))
        .isEqualTo("EMPTY");
  }

  @Test
  void aRestartedBankTellsWhatItHadNotTold() {
    world.hooks.refuseNext(Integer.MAX_VALUE);
    world.post("/bank/v1/debits", order("d-1", "30.00"));
    await().until(() -> !world.hooks.received().isEmpty());
    world.restart();
    assertThat(world.hooks.accepted()).isEmpty();
    world.hooks.refuseNext(0);
    await().until(() -> world.hooks.accepted().size() == 1);
    assertThat(world.admin().bankTotals().received()).isEqualByComparingTo("30.00");
  }

  private void tearLastLineOfTheJournal() {
    try {
      Files.writeString(
          directory.resolve("bank.jsonl"), "{\"event\":\"depo", StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private JsonObject order(String requestId, String amount) {
    return new JsonObject()
        .put("requestId", requestId)
        .put("agreement", world.agreement())
        .put("amount", StandInAdmin.cny(amount));
  }

  private String result(JsonObject request) {
    return world.post("/bank/v1/agreements", request).json().getString("result");
  }

  private String status(String orders, String requestId) {
    return world.get("/bank/v1/" + orders + "/" + requestId).json().getString("status");
  }

  private BigDecimal balance() {
    return world.admin().balance(SOMEONE.cardNumber());
  }

  private static Map<String, List<String>> lowerCase(WebhookReceiver.Received hook) {
    Map<String, List<String>> headers = new HashMap<>();
    hook.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return headers;
  }

  /** The signature as the specification describes it, without the library. */
  private static String signature(WebhookReceiver.Received hook) throws Exception {
    String secret = StandInConfig.LOCAL_WEBHOOK_SECRET.substring("whsec_".length());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    String signed =
        hook.header("webhook-id") + "." + hook.header("webhook-timestamp") + "." + hook.body();
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(hash);
  }
}
