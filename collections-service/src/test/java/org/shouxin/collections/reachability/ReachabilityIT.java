package org.shouxin.collections.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.collections.app.Topics;

/** Borrowers get lost and are found; numbers of strangers are never used. */
@QuarkusTest
class ReachabilityIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String LOST = "collections.contact.lost.v1";
  private static final String FOUND = "collections.contact.found.v1";

  private static int checks(Debtor debtor) {
    return Neighbours.stubs()
        .find(
            WireMock.postRequestedFor(
                WireMock.urlEqualTo("/v1/borrowers/" + debtor.borrowerId + "/number-checks")))
        .size();
  }

  @ParameterizedTest
  @CsvSource({"EMPTY, NUMBER_EMPTY", "RECYCLED, NUMBER_RECYCLED"})
  void aFailedReceiptLeadsToTheCarrierAndTheLoss(String status, String rule) {
    Debtor debtor = Debtor.reachable().withCase();
    Debtor.standIns().phoneStatus(debtor.phone, "EMPTY");
    debtor.checkSays(status);
    debtor.contact("SMS");
    debtor.reaches(status);
    JsonNode lost = Topics.payload(Topics.CASE, debtor.caseId().toString(), LOST);
    assertThat(lost.path("numberStatus").asText()).isEqualTo(status);
    assertThat(lost.path("channel").asText()).isEqualTo("VOICE");
    assertThat(lost.path("businessDate").asText()).isEqualTo(Days.today().toString());
    assertThat(debtor.contact("SMS").<String>path("rule")).isEqualTo(rule);
    assertThat(debtor.contact("VOICE").<String>path("rule")).isEqualTo(rule);
    assertThat(debtor.contact("APP_PUSH").statusCode()).isEqualTo(202);
    assertThat(debtor.contact("EMAIL").statusCode()).isEqualTo(202);
    assertThat(debtor.get("/reachability").<List<String>>path("steps.to"))
        .containsExactly("SUSPECT", status);
    assertThat(checks(debtor)).isEqualTo(1);
  }

  @Test
  void aStrangerWhoAnswersHasTheCarrierAskedAndIsNeverCalledAgain() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.checkSays("RECYCLED");
    String call = debtor.contact("VOICE").path("id");
    debtor.settled(1);
    debtor.reaches("REACHABLE");
    assertThat(debtor.post("/contacts/" + call + "/wrong-person", Map.of()).statusCode())
        .isEqualTo(200);
    debtor.reaches("RECYCLED");
    assertThat(debtor.contact("VOICE").<String>path("rule")).isEqualTo("NUMBER_RECYCLED");
    assertThat(debtor.get("/reachability").<List<String>>path("steps.cause"))
        .containsExactly("WRONG_PERSON", "NUMBER_CHECK");
    assertThat(debtor.get("/reachability").<Integer>path("failuresInRow")).isZero();
  }

  @Test
  void aDebtorWhoDeniesToBeTheDebtorKeepsTheNumber() {
    Debtor debtor = Debtor.reachable().withCase();
    String call = debtor.contact("VOICE").path("id");
    debtor.settled(1);
    debtor.post("/contacts/" + call + "/wrong-person", Map.of());
    debtor.reaches("ACTIVE_NO_ANSWER");
    assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
  }

  @Test
  void onlyAnAnsweredCallOfTheCaseCanReachAStranger() {
    Debtor debtor = Debtor.reachable().withCase();
    String message = debtor.contact("SMS").path("id");
    debtor.settled(1);
    assertThat(debtor.post("/contacts/" + message + "/wrong-person", Map.of()).<String>path("rule"))
        .isEqualTo("NOT_AN_ANSWERED_CALL");
    Debtor other = Debtor.reachable().withCase();
    assertThat(other.post("/contacts/" + message + "/wrong-person", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void threeUnansweredCallsMakeASuspectAndAnActiveNumberStaysWatched() {
    Debtor debtor = Debtor.whoNeverAnswers().withCase();
    debtor.contact("VOICE");
    debtor.contact("VOICE");
    debtor.contact("VOICE");
    debtor.reaches("ACTIVE_NO_ANSWER");
    assertThat(debtor.get("/reachability").<List<String>>path("steps.cause"))
        .containsExactly("FAILURES_IN_ROW", "NUMBER_CHECK");
  }

  @Test
  void aNumberConfirmedByOriginationIsFoundAgain() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    debtor.contactChanged("ACTIVE");
    debtor.reaches("REACHABLE");
    assertThat(
            Topics.payload(Topics.CASE, debtor.caseId().toString(), FOUND)
                .path("numberStatus")
                .asText())
        .isEqualTo("ACTIVE");
    assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
  }

  @Test
  void aRecycledNumberIsNeverUsedAgainEvenIfItIsOffered() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contact("VOICE");
    debtor.settled(1);
    debtor.contactChanged("RECYCLED");
    debtor.reaches("RECYCLED");
    debtor.contactChanged("ACTIVE");
    debtor.reaches("REACHABLE");
    assertThat(debtor.contact("VOICE").<String>path("rule")).isEqualTo("NUMBER_RECYCLED");
    assertThat(debtor.contact("SMS").<String>path("rule")).isEqualTo("NUMBER_RECYCLED");
    debtor.takesNewNumber();
    assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
  }

  @Test
  void aReminderThatFailedMakesASuspect() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.checkSays("SUSPENDED");
    debtor.loanEvent(
        "servicing.reminder.failed.v1",
        Map.of("channel", "SMS", "kind", "OVERDUE", "providerCode", "SUSPENDED"));
    debtor.reaches("SUSPENDED");
  }

  @Test
  void aFailedReminderByMailSaysNothingOfTheNumber() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.loanEvent(
        "servicing.reminder.failed.v1",
        Map.of("channel", "EMAIL", "kind", "OVERDUE", "providerCode", "BOUNCED"));
    debtor.loanEvent(
        "servicing.reminder.failed.v1",
        Map.of("channel", "VOICE", "kind", "OVERDUE", "providerCode", "NO_ROUTE"));
    debtor.reaches("ACTIVE_NO_ANSWER");
    assertThat(debtor.get("/reachability").<List<String>>path("steps.cause"))
        .containsExactly("RECEIPT_FAILED", "NUMBER_CHECK");
  }

  @Test
  void anUnansweredCheckIsNotACheckButIsNotRepeatedTheSameDay() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.checkSays("NOT_EVALUATED");
    debtor.loanEvent(
        "servicing.reminder.failed.v1",
        Map.of("channel", "SMS", "kind", "OVERDUE", "providerCode", "X"));
    debtor.reaches("SUSPECT");
    await().atMost(SOON).until(() -> checks(debtor) == 1);
    Debtor later = Debtor.reachable().withCase();
    later.loanEvent(
        "servicing.reminder.failed.v1",
        Map.of("channel", "SMS", "kind", "OVERDUE", "providerCode", "X"));
    later.reaches("ACTIVE_NO_ANSWER");
    assertThat(checks(debtor)).isEqualTo(1);
    debtor.checkSays("EMPTY");
    Days.close();
    debtor.reaches("EMPTY");
  }

  @Test
  void aBorrowerLostBeforeTheCaseIsLostInTheCase() {
    Debtor debtor = Debtor.reachable();
    debtor.contactChanged("RECYCLED");
    debtor.reaches("RECYCLED");
    debtor.withCase();
    assertThat(Topics.types(Topics.CASE, debtor.caseId().toString(), 2))
        .containsExactly("collections.case.opened.v1", LOST);
  }

  @Test
  void aLostBorrowerWhoPaysHasRecovered() {
    Debtor debtor = Debtor.reachable().withCase();
    String caseId = debtor.caseId().toString();
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    debtor.delinquency("CURRENT", 0, Days.today());
    assertThat(Topics.types(Topics.CASE, caseId, 4))
        .containsExactly(
            "collections.case.opened.v1",
            LOST,
            "collections.case.closed.v1",
            "collections.borrower.recovered.v1");
  }
}
