package org.shouxin.localstack.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouxin.localstack.standin.World.SOMEONE;
import static org.shouxin.localstack.standin.World.identity;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each party that is not the bank: answers by the register, honest about whom it does not know. */
class PartiesTest {

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
  void authorityKnowsWhichNameBelongsToAnIdNumber() {
    String path = "/authority/v1/identity-checks";
    assertThat(result(path, identity())).isEqualTo("MATCH");
    assertThat(result(path, identity().put("name", "测试乙"))).isEqualTo("MISMATCH");
    assertThat(result(path, identity().put("idNumber", "440524188001010014")))
        .isEqualTo("NOT_FOUND");
    JsonObject once = world.post(path, identity()).json();
    assertThat(once.getString("serial"))
        .isNotBlank()
        .isEqualTo(world.post(path, identity()).json().getString("serial"));
  }

  @Test
  void authorityTellsALostDocument() {
    assertThat(lost()).isFalse();
    world.admin().enter(SOMEONE.withLostDocument());
    assertThat(lost()).isTrue();
  }

  @Test
  void carrierMatchesThreeFactorsInAnySpellingOfTheNumber() {
    String path = "/carrier/v1/three-factor";
    assertThat(result(path, identity())).isEqualTo("MATCH");
    assertThat(result(path, identity().put("phone", "138 0000 0001"))).isEqualTo("MATCH");
    assertThat(result(path, identity().put("name", "测试乙"))).isEqualTo("MISMATCH");
    assertThat(result(path, identity().put("phone", "+8613999999999"))).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"EMPTY,NOT_FOUND", "RECYCLED,MISMATCH", "SUSPENDED,MATCH", "ACTIVE,MATCH"})
  void carrierJudgesALineThatChanged(String status, String threeFactor) {
    world.admin().phoneStatus(SOMEONE.phone(), status);
    JsonObject answer =
        world
            .post("/carrier/v1/number-status", new JsonObject().put("phone", SOMEONE.phone()))
            .json();
    assertThat(answer.getString("status")).isEqualTo(status);
    assertThat(answer.containsKey("recycledSince")).isEqualTo(status.equals("RECYCLED"));
    assertThat(result("/carrier/v1/three-factor", identity())).isEqualTo(threeFactor);
  }

  @Test
  void carrierTellsMonthsInNetworkAndDoesNotGuess() {
    JsonObject known = new JsonObject().put("phone", SOMEONE.phone());
    JsonObject unknown = new JsonObject().put("phone", "+8613999999999");
    String path = "/carrier/v1/number-status";
    assertThat(world.post(path, known).json().getInteger("monthsInNetwork")).isEqualTo(37);
    assertThat(world.post(path, unknown).json().getString("status")).isEqualTo("UNKNOWN");
  }

  @Test
  void bureauReportsOnlyAgainstAConsent() {
    String path = "/bureau/v1/reports";
    assertThat(world.post(path, identity()).status()).isEqualTo(400);
    JsonObject report = world.post(path, identity().put("consentId", "c-1")).json();
    assertThat(report.getBoolean("available")).isTrue();
    assertThat(report.getJsonObject("openDebt").getString("amount")).isEqualTo("5000.00");
    JsonObject other =
        world.post(path, identity().put("consentId", "c-1").put("name", "测试乙")).json();
    assertThat(other.getBoolean("available")).isFalse();
    assertThat(other.getString("reason")).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,true,ANSWERED",
    "ACTIVE,false,NO_ANSWER",
    "EMPTY,true,EMPTY_NUMBER",
    "SUSPENDED,true,SUSPENDED",
    "RECYCLED,true,ANSWERED",
    "RECYCLED,false,NO_ANSWER"
  })
  void voiceGatewayCalls(String status, boolean answers, String result) {
    world.admin().enter(SOMEONE.withLine(37, answers));
    world.admin().phoneStatus(SOMEONE.phone(), status);
    JsonObject call = call("r-1", SOMEONE.phone());
    assertThat(world.post("/voice/v1/calls", call).json().getString("result")).isEqualTo(result);
    assertThat(world.post("/voice/v1/calls", call).json().getString("callId")).isEqualTo("call-1");
    assertThat(world.admin().counter("strangerCalls")).isEqualTo(status.equals("RECYCLED") ? 1 : 0);
  }

  @Test
  void voiceGatewayRefusesAnotherCallUnderTheSameId() {
    world.post("/voice/v1/calls", call("r-1", SOMEONE.phone()));
    assertThat(world.post("/voice/v1/calls", call("r-1", "+8613999999999")).status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,message.delivered,DELIVERED",
    "EMPTY,message.failed,EMPTY_NUMBER",
    "SUSPENDED,message.failed,SUSPENDED",
    "RECYCLED,message.delivered,DELIVERED"
  })
  void messageGatewaySendsAReceipt(String status, String type, String code) {
    world.admin().phoneStatus(SOMEONE.phone(), status);
    assertThat(world.post("/messaging/v1/sms", sms("r-1", "code 123456")).status()).isEqualTo(202);
    assertThat(world.post("/messaging/v1/sms", sms("r-1", "code 123456")).status()).isEqualTo(202);

    await().until(() -> world.hooks.received().size() == 1);
    JsonObject receipt = new JsonObject(world.hooks.received().get(0).body());
    assertThat(receipt.getString("type")).isEqualTo(type);
    assertThat(receipt.getJsonObject("data").getString("code")).isEqualTo(code);
    assertThat(receipt.getJsonObject("data").getString("requestId")).isEqualTo("r-1");
    assertThat(world.admin().messagesTo(SOMEONE.phone()))
        .singleElement()
        .satisfies(message -> assertThat(message.text()).isEqualTo("code 123456"));
    assertThat(world.admin().counter("strangerDeliveries"))
        .isEqualTo(status.equals("RECYCLED") ? 1 : 0);
  }

  @Test
  void messageGatewaySendsTheReceiptWhereTheRequestSays() throws Exception {
    try (WebhookReceiver own = new WebhookReceiver()) {
      world.post("/messaging/v1/sms", sms("r-1", "hello").put("callbackUrl", own.url()));
      await().until(() -> own.received().size() == 1);
      assertThat(world.hooks.received()).isEmpty();
    }
  }

  @Test
  void messageGatewayRefusesAnotherTextUnderTheSameId() {
    world.post("/messaging/v1/sms", sms("r-1", "one"));
    assertThat(world.post("/messaging/v1/sms", sms("r-1", "two")).status()).isEqualTo(409);
  }

  @Test
  void pushReachesTheApp() {
    JsonObject push =
        new JsonObject().put("requestId", "r-1").put("deviceToken", "device-1").put("text", "due");
    assertThat(world.post("/messaging/v1/push", push).status()).isEqualTo(202);
    assertThat(world.admin().pushesTo("device-1")).hasSize(1);
  }

  @Test
  void mailServerKeepsMails() throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", world.standIns().smtpPort());
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom("lender@example.org");
    mail.setRecipients(RecipientType.TO, "someone@example.org");
    mail.setSubject("到期提醒", "UTF-8");
    mail.setText("due on the 5th", "UTF-8");
    Transport.send(mail);
    assertThat(world.admin().mailsTo("someone@example.org"))
        .singleElement()
        .satisfies(
            received -> {
              assertThat(received.subject()).isEqualTo("到期提醒");
              assertThat(received.text()).contains("due on the 5th");
            });
    assertThat(world.admin().mailsTo("other@example.org")).isEmpty();
  }

  private String result(String path, JsonObject body) {
    return world.post(path, body).json().getString("result");
  }

  private boolean lost() {
    return world.post("/authority/v1/lost-documents", identity()).json().getBoolean("reported");
  }

  private static JsonObject call(String requestId, String phone) {
    return new JsonObject().put("requestId", requestId).put("phone", phone).put("script", "due");
  }

  private static JsonObject sms(String requestId, String text) {
    return new JsonObject()
        .put("requestId", requestId)
        .put("phone", SOMEONE.phone())
        .put("template", "otp")
        .put("text", text);
  }
}
