package org.shouxin.collections.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Topics;

/** One hold stops everything, whoever placed it. */
@QuarkusTest
class HoldIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static void holds(Debtor debtor, int active) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count(
                    "select count(*) from hold where borrower_id = ? and released_on is null",
                    debtor.borrowerId),
            n -> n == active);
  }

  private static void arrangement(Debtor debtor, UUID id, String state) {
    debtor.loanEvent(
        "servicing.loan.arrangement-changed.v1",
        Map.of("arrangementId", id, "kind", "EXTENSION", "state", state, "reason", "ILLNESS"));
  }

  @Test
  void placedItStopsContactsInEveryCaseOfTheDebtorUntilReleased() {
    Debtor debtor = Debtor.reachable().withCase();
    UUID other = debtor.secondCase();
    Response placed =
        debtor.post("/holds", Map.of("kind", "COMPLAINT", "reason", "asked to be left alone"));
    assertThat(placed.statusCode()).isEqualTo(201);
    assertThat(debtor.contact("SMS").<String>path("rule")).isEqualTo("HOLD_ACTIVE");
    assertThat(
            debtor
                .postTo(
                    other,
                    "/contacts",
                    Debtor.contact("EMAIL", Days.today().atTime(10, 0), "FIRST_NOTICE"))
                .<String>path("rule"))
        .isEqualTo("HOLD_ACTIVE");
    assertThat(debtor.get("/allowance").<List<Integer>>path("channels.remaining")).containsOnly(0);
    String release = "/holds/" + placed.path("id") + "/release";
    assertThat(debtor.post(release, Map.of()).statusCode()).isEqualTo(200);
    assertThat(debtor.post(release, Map.of()).<String>path("rule")).isEqualTo("HOLD_RELEASED");
    assertThat(debtor.contact("SMS").statusCode()).isEqualTo(202);
    assertThat(Topics.types(Topics.CASE, debtor.caseId().toString(), 3))
        .containsExactly(
            "collections.case.opened.v1",
            "collections.hold.placed.v1",
            "collections.hold.released.v1");
  }

  @Test
  void anArrangementAskedForHoldsAndARefusedOneReleases() {
    Debtor debtor = Debtor.reachable().withCase();
    UUID arrangement = UUID.randomUUID();
    arrangement(debtor, arrangement, "REQUESTED");
    holds(debtor, 1);
    arrangement(debtor, arrangement, "REJECTED");
    holds(debtor, 0);
  }

  @Test
  void anAcceptedArrangementHoldsUntilTheLoanFallsBehindAgain() {
    Debtor debtor = Debtor.reachable().withCase();
    UUID arrangement = UUID.randomUUID();
    arrangement(debtor, arrangement, "REQUESTED");
    arrangement(debtor, arrangement, "ACCEPTED");
    debtor.delinquency("M1", 6, Days.today());
    debtor.contactChanged("ACTIVE");
    holds(debtor, 1);
    debtor.delinquency("M2", 40, Days.today().plusDays(30));
    holds(debtor, 0);
  }

  @Test
  void aCuredCaseReleasesItsHolds() {
    Debtor debtor = Debtor.reachable().withCase();
    arrangement(debtor, UUID.randomUUID(), "ACCEPTED");
    holds(debtor, 1);
    debtor.delinquency("CURRENT", 0, Days.today());
    holds(debtor, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call 13800138000", "id 11010519491231002X", "mail a@b.example", "", "   "})
  void aReasonCarriesNoPersonalDatum(String reason) {
    Debtor debtor = Debtor.reachable().withCase();
    Response refused = debtor.post("/holds", Map.of("kind", "OTHER", "reason", reason));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("errors[0].field")).isEqualTo("/reason");
    holds(debtor, 0);
  }
}
