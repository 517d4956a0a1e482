package org.shouxin.collections.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.localstack.testing.Definite;

/** Contacts under the law, sent through the stand-ins of messaging, voice and mail. */
@QuarkusTest
class ContactIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int TWINS = 50;

  @AfterEach
  void noFaults() {
    Debtor.standIns().clearFaults();
  }

  private static List<Response> allAtOnce(int count, IntFunction<Response> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Future<Response>> running = new ArrayList<>();
      IntStream.range(0, count).forEach(i -> running.add(pool.submit(() -> call.apply(i))));
      List<Response> done = new ArrayList<>();
      for (Future<Response> one : running) {
        done.add(one.get());
      }
      return done;
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aTextIsSentAndItsReceiptSettlesIt() {
    Debtor debtor = Debtor.reachable().withCase();
    Response accepted = debtor.contact("SMS");
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    await().atMost(SOON).until(() -> debtor.settled(1).equals(List.of("DELIVERED")));
    assertThat(Debtor.standIns().messagesTo(debtor.phone))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).contains("守信").contains(Days.today().toString());
              assertThat(message.text()).doesNotContain("500");
              assertThat(message.requestId()).isEqualTo(accepted.<String>path("id"));
            });
    Response list = debtor.get("/contacts");
    assertThat(list.<String>path("items[0].state")).isEqualTo("DELIVERED");
  }

  @Test
  void anAddressIsNowhereInThisServicesDatabase() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contact("SMS");
    debtor.contact("EMAIL");
    debtor.contact("APP_PUSH");
    debtor.contact("VOICE");
    debtor.settled(4);
    assertThat(Database.tablesMentioning(debtor.phone)).isEmpty();
    assertThat(Database.tablesMentioning(debtor.phone.substring(3))).isEmpty();
    assertThat(Database.tablesMentioning(debtor.mail)).isEmpty();
    assertThat(Database.tablesMentioning(debtor.device + "\"")).isEmpty();
    assertThat(Database.tablesMentioning(debtor.caseId().toString())).contains("contact");
  }

  @Test
  void mailAndPushGoTheirWays() {
    Debtor debtor = Debtor.reachable().withCase();
    assertThat(debtor.contact("EMAIL").statusCode()).isEqualTo(202);
    assertThat(debtor.contact("APP_PUSH").statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> Debtor.standIns().mailsTo(debtor.mail).size() == 1);
    await().atMost(SOON).until(() -> Debtor.standIns().pushesTo(debtor.device).size() == 1);
  }

  @Test
  void theTextIsInTheLanguageAskedFor() {
    Debtor debtor = Debtor.reachable().withCase();
    Map<String, Object> request =
        new HashMap<>(Debtor.contact("SMS", Days.today().atTime(10, 0), "FIRST_NOTICE"));
    request.put("language", "en");
    debtor.post("/contacts", request);
    debtor.settled(1);
    assertThat(Debtor.standIns().messagesTo(debtor.phone).get(0).text()).contains("[Shouxin]");
  }

  @Test
  void fiftyTwinsOfOneContactAreOne() throws Exception {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.caseId();
    String key = UUID.randomUUID().toString();
    Map<String, Object> request = Debtor.contact("SMS", Days.today().atTime(10, 0), "FIRST_NOTICE");
    List<Response> answers =
        allAtOnce(
            TWINS,
            i ->
                Definite.answer(
                    () -> debtor.post("/contacts", request, key), Response::statusCode));
    assertThat(answers).extracting(Response::statusCode).containsOnly(202);
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(Debtor.standIns().messagesTo(debtor.phone)).hasSize(1);
    Response other =
        debtor.post(
            "/contacts", Debtor.contact("VOICE", Days.today().atTime(10, 0), "FIRST_NOTICE"), key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("rule")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void fiftyCollectorsAtOnceMakeThreeEffectiveCalls() throws Exception {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.caseId();
    List<Response> answers = allAtOnce(TWINS, i -> debtor.contact("VOICE"));
    assertThat(answers.stream().filter(a -> a.statusCode() == 202)).hasSize(3);
    assertThat(answers.stream().filter(a -> a.statusCode() != 202))
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(422);
              assertThat(refused.<String>path("rule")).isEqualTo("CN-CONTACT-02");
            });
    assertThat(debtor.settled(3)).containsExactly("ANSWERED", "ANSWERED", "ANSWERED");
    assertThat(debtor.refusals("CN-CONTACT-02")).isEqualTo(TWINS - 3);
  }

  @Test
  void theDailyCallsAreCountedOverAllCasesOfTheDebtor() {
    Debtor debtor = Debtor.reachable().withCase();
    UUID other = debtor.secondCase();
    debtor.contact("VOICE");
    debtor.contact("VOICE");
    Map<String, Object> call = Debtor.contact("VOICE", Days.today().atTime(10, 0), "CALL_FOR_PLAN");
    assertThat(debtor.postTo(other, "/contacts", call).statusCode()).isEqualTo(202);
    assertThat(debtor.postTo(other, "/contacts", call).<String>path("rule"))
        .isEqualTo("CN-CONTACT-02");
  }

  @Test
  void sixUnansweredAttemptsAtOnePointAreTheLast() {
    Debtor debtor = Debtor.whoNeverAnswers().withCase();
    for (int attempt = 0; attempt < 6; attempt++) {
      assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
    }
    Response seventh = debtor.contact("VOICE");
    assertThat(seventh.statusCode()).isEqualTo(422);
    assertThat(seventh.<String>path("rule")).isEqualTo("CN-CONTACT-03");
    assertThat(debtor.contact("EMAIL").statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 07:59, CN-CONTACT-01",
    "Asia/Shanghai, 08:00, ",
    "Asia/Shanghai, 21:59, ",
    "Asia/Shanghai, 22:00, CN-CONTACT-01",
    "Asia/Urumqi, 08:30, CN-CONTACT-01",
    "Asia/Urumqi, 23:30, ",
    "Nowhere/Land, 10:00, CN-CONTACT-01"
  })
  void hoursAreTheDebtorsOwnAndAnUnknownZoneMeansNo(String zone, String at, String rule) {
    Debtor debtor = Debtor.inZone(zone).withCase();
    LocalDateTime planned = LocalDateTime.parse(Days.today() + "T" + at);
    Response answer = debtor.post("/contacts", Debtor.contact("SMS", planned, "FIRST_NOTICE"));
    if (rule == null) {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    } else {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.<String>path("rule")).isEqualTo(rule);
      assertThat(answer.<String>path("detail")).contains("hours of contact");
      assertThat(debtor.refusals(rule)).isEqualTo(1);
      assertThat(Debtor.standIns().messagesTo(debtor.phone)).isEmpty();
    }
  }

  @Test
  void anotherDayThanTheBusinessDateIsRefused() {
    Debtor debtor = Debtor.reachable().withCase();
    Response answer =
        debtor.post(
            "/contacts",
            Debtor.contact("SMS", Days.today().plusDays(3).atTime(10, 0), "FIRST_NOTICE"));
    assertThat(answer.<String>path("rule")).isEqualTo("NOT_THE_BUSINESS_DATE");
    assertThat(answer.<String>path("businessDate")).isEqualTo(Days.today().toString());
  }

  @Test
  void anInventedTextIsRefusedBeforeAnythingIsDisclosed() {
    Debtor debtor = Debtor.reachable().withCase();
    Response answer =
        debtor.post("/contacts", Debtor.contact("SMS", Days.today().atTime(10, 0), "PAY_OR_ELSE"));
    assertThat(answer.<String>path("rule")).isEqualTo("CN-CONTACT-08");
    assertThat(debtor.disclosures()).isZero();
  }

  @Test
  void aThirdPartyIsLeftAloneWhileTheDebtorCanBeReached() {
    Debtor debtor = Debtor.reachable().withCase();
    Map<String, Object> request =
        new HashMap<>(Debtor.contact("VOICE", Days.today().atTime(10, 0), "ASK_FOR_CONTACT"));
    request.put("person", "THIRD_PARTY");
    assertThat(debtor.post("/contacts", request).<String>path("rule")).isEqualTo("CN-CONTACT-05");
    assertThat(debtor.refusals("CN-CONTACT-05")).isEqualTo(1);
  }

  @Test
  void aThirdPartyHasNoContactPointHereEvenWhenTheGateIsOpen() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    Map<String, Object> request =
        new HashMap<>(Debtor.contact("VOICE", Days.today().atTime(10, 0), "ASK_FOR_CONTACT"));
    request.put("person", "THIRD_PARTY");
    assertThat(debtor.post("/contacts", request).<String>path("rule"))
        .isEqualTo("CONTACT_POINT_UNKNOWN");
    assertThat(debtor.disclosures()).isZero();
  }

  @Test
  void aBlockedContactPointIsARefusal() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.blocked("APP_PUSH");
    assertThat(debtor.contact("APP_PUSH").<String>path("rule")).isEqualTo("CONTACT_POINT_BLOCKED");
    assertThat(debtor.refusals("CONTACT_POINT_BLOCKED")).isEqualTo(1);
  }

  @Test
  void whenOriginationIsDownNothingIsReserved() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.disclosureFails("SMS");
    assertThat(debtor.contact("SMS").statusCode()).isEqualTo(503);
    assertThat(Database.count("select count(*) from contact where case_id = ?", debtor.caseId()))
        .isZero();
    debtor.takesNewNumber();
  }

  @Test
  void aLostAnswerIsAskedForAgainUnderTheSameRequestId() {
    Debtor debtor = Debtor.reachable().withCase();
    Debtor.standIns().fault("voice", "calls", "ERROR_AFTER_EFFECT", 2, 0, debtor.phone);
    assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
    assertThat(
            Database.count(
                "select count(*) from contact_slot where contact_id in"
                    + " (select id from contact where case_id = ?)",
                debtor.caseId()))
        .isPositive();
    await().atMost(SOON).until(() -> debtor.settled(1).equals(List.of("ANSWERED")));
    assertThat(Database.count("select count(*) from contact where case_id = ?", debtor.caseId()))
        .isEqualTo(1);
  }

  @Test
  void anOutcomeNobodyKnowsCountsAgainstTheDay() {
    Debtor debtor = Debtor.reachable().withCase();
    Debtor.standIns().fault("voice", "calls", "ERROR_500", 100, 0, debtor.phone);
    debtor.contact("VOICE");
    debtor.contact("VOICE");
    debtor.contact("VOICE");
    assertThat(debtor.contact("VOICE").<String>path("rule")).isEqualTo("CN-CONTACT-02");
  }

  @Test
  void doubledAndLateReceiptsSettleOnce() {
    Debtor debtor = Debtor.reachable().withCase();
    Debtor.standIns().fault("messaging", "sms", "DUPLICATE_CALLBACK", 1, 0, debtor.phone);
    debtor.contact("SMS");
    await().atMost(SOON).until(() -> debtor.settled(1).equals(List.of("DELIVERED")));
    Debtor.standIns().fault("messaging", "sms", "LATE_CALLBACK", 1, 800, debtor.phone);
    debtor.contact("SMS");
    await().atMost(SOON).until(() -> debtor.settled(2).equals(List.of("DELIVERED", "DELIVERED")));
  }

  @Test
  void theAllowanceShowsWhatIsLeftAndTheRule() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contact("VOICE");
    debtor.settled(1);
    Response allowance = debtor.get("/allowance");
    assertThat(allowance.<String>path("from")).isEqualTo("08:00:00");
    assertThat(allowance.<String>path("zone")).isEqualTo("Asia/Shanghai");
    assertThat(allowance.<Integer>path("channels.find { it.channel == 'VOICE' }.remaining"))
        .isEqualTo(2);
    assertThat(allowance.<String>path("channels.find { it.channel == 'VOICE' }.rule"))
        .isEqualTo("CN-CONTACT-02");
    assertThat(allowance.<Integer>path("channels.find { it.channel == 'SMS' }.remaining"))
        .isEqualTo(6);
  }

  @Test
  void theRulesInForceAreOpenToEverybodySignedIn() {
    Days.today();
    Response rules = Debtor.as("borrower").get("/v1/contact-rules");
    assertThat(rules.<List<String>>path("rules.id")).hasSize(8);
    assertThat(rules.<Integer>path("applied.effectiveCallsPerDay")).isEqualTo(3);
  }

  @Test
  void originationIsAskedWithThePurposeAndTheContactsId() {
    Debtor debtor = Debtor.reachable().withCase();
    String contactId = debtor.contact("SMS").path("id");
    Neighbours.stubs()
        .verifyThat(
            1,
            WireMock.postRequestedFor(WireMock.urlEqualTo("/v1/contact-disclosures"))
                .withRequestBody(
                    WireMock.matchingJsonPath("$.reference", WireMock.equalTo(contactId)))
                .withHeader("Authorization", WireMock.matching("Bearer .+")));
  }
}
